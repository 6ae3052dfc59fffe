/** Syndication: what every feature of the feed service stands on. */
@NullMarked
package org.rongmei.feed;

import org.jspecify.annotations.NullMarked;
