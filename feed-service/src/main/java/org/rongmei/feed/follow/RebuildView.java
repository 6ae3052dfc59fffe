// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.follow;

import org.rongmei.feed.entry.Bookmark;

/**
 * How far the copy of what is published has come.
 *
 * @param running whether the change log is being read from its start
 * @param position the last line of it that was read
 */
public record RebuildView(boolean running, long position) {

    static RebuildView of(Bookmark bookmark) {
        return new RebuildView(!bookmark.isSettled(), bookmark.position());
    }
}
