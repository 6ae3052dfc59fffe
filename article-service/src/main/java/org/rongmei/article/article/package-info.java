/** Articles: from the first draft to the withdrawal. */
@NullMarked
package org.rongmei.article.article;

import org.jspecify.annotations.NullMarked;
