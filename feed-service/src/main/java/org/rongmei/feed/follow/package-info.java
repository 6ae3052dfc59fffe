/** Keeps up with article-service, and with who we are. */
@NullMarked
package org.rongmei.feed.follow;

import org.jspecify.annotations.NullMarked;
