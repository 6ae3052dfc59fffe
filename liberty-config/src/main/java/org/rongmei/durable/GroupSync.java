// SPDX-License-Identifier: Apache-2.0
package org.rongmei.durable;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * One sync for all commits that wait for one. A commit that arrives while a sync runs may have missed it, so it waits
 * for the next; everybody who waits then is served by that one.
 */
final class GroupSync {

    /** Opens a connection for the syncs alone. */
    interface Opener {
        Connection open() throws SQLException;
    }

    private final Opener opener;
    private final Object turn = new Object();
    private @Nullable Connection connection;
    private long begun;
    private long done;
    private boolean running;

    GroupSync(Opener opener) {
        this.opener = opener;
    }

    /** Returns when a sync that began after this call has ended. */
    void awaitSync() throws SQLException {
        synchronized (turn) {
            long wanted = begun + 1;
            while (running && done < wanted) {
                awaitTurn();
            }
            if (done >= wanted) {
                return;
            }
            running = true;
            begun = wanted;
        }
        boolean synced = false;
        try {
            sync();
            synced = true;
        } finally {
            synchronized (turn) {
                running = false;
                if (synced) {
                    done = begun;
                }
                turn.notifyAll();
            }
        }
    }

    private void awaitTurn() throws SQLException {
        try {
            turn.wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted before the commit was known to be on the disk", e);
        }
    }

    private void sync() throws SQLException {
        Connection open = connection;
        if (open == null || open.isClosed()) {
            open = opener.open();
            connection = open;
        }
        try (Statement statement = open.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }
}
