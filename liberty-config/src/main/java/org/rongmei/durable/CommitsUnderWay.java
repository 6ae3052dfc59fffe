// SPDX-License-Identifier: Apache-2.0
package org.rongmei.durable;

import java.sql.SQLException;
import java.util.TreeSet;

/**
 * Commits that are not on the disk yet. H2 shows a commit to others before it writes it: what somebody has read, or a
 * follower has taken, would be gone after a kill, and its number in the log be given to something else. So whoever
 * reads waits for the commits that he may have seen.
 */
final class CommitsUnderWay {

    private final TreeSet<Long> open = new TreeSet<>();
    private long last;
    private volatile boolean any;

    /** @return the ticket to end it with */
    synchronized long begin() {
        any = true;
        open.add(++last);
        return last;
    }

    synchronized void end(long ticket) {
        open.remove(ticket);
        any = !open.isEmpty();
        notifyAll();
    }

    /** Returns when all that began before this call have ended; at once when nobody commits. */
    void awaitThoseBegun() throws SQLException {
        if (!any) {
            return;
        }
        synchronized (this) {
            long newest = last;
            while (!open.isEmpty() && open.first() <= newest) {
                awaitEnd();
            }
        }
    }

    private void awaitEnd() throws SQLException {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted before what was read was known to be on the disk", e);
        }
    }
}
