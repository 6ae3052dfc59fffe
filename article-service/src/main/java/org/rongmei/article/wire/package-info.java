/** The wire: what followers read and hear of the change log. */
@NullMarked
package org.rongmei.article.wire;

import org.jspecify.annotations.NullMarked;
