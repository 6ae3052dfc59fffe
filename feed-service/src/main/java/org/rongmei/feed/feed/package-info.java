/** Feeds: composed as plain values, written by one writer per format, kept ready as bytes. */
@NullMarked
package org.rongmei.feed.feed;

import org.jspecify.annotations.NullMarked;
