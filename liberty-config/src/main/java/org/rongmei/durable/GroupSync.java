// SPDX-License-Identifier: Apache-2.0
package org.rongmei.durable;

import java.lang.System.Logger.Level;
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

    private static final System.Logger LOG = System.getLogger(GroupSync.class.getName());

    private final Opener opener;
    private final Object turn = new Object();
    private @Nullable Connection connection;
    private long begun;
    private long done;
    private boolean running;
    private volatile boolean distrusted;

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

    /**
     * After a commit that failed: a full disk closes the whole database, and H2 opens it anew for the next connection. One
     * that belongs to the closed one says of itself that it is open, and would fail for ever.
     */
    void distrustConnection() {
        distrusted = true;
    }

    private void sync() throws SQLException {
        boolean synced = false;
        try (Statement statement = open().createStatement()) {
            statement.execute("CHECKPOINT SYNC");
            synced = true;
        } finally {
            distrusted |= !synced;
        }
    }

    private Connection open() throws SQLException {
        Connection open = connection;
        if (open == null || distrusted || open.isClosed()) {
            distrusted = false;
            open = opener.open();
            Connection old = connection;
            connection = open;
            closeQuietly(old);
        }
        return open;
    }

    private static void closeQuietly(@Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "The connection of a database that closed itself", e);
        }
    }
}
