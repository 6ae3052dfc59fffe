/** Pictures: taken in, made safe, kept, and handed out in a few sizes. */
@NullMarked
package org.rongmei.article.media;

import org.jspecify.annotations.NullMarked;
