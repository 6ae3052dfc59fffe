/** The change log: a line for everything that a reader would notice, in the order of the commits. */
@NullMarked
package org.rongmei.article.change;

import org.jspecify.annotations.NullMarked;
