// SPDX-License-Identifier: Apache-2.0
package org.rongmei.durable;

import java.util.concurrent.TimeUnit;

/**
 * Files that H2 has lost. When it cannot open a database because the disk is full, it may leave the file open and locked,
 * with nobody who would close it; every later attempt in this Java then finds the database in use, however much room there
 * is. The collector closes what nobody refers to, but only when it runs, and a quiet server may not need it for an hour.
 */
final class Orphans {

    private static final long BETWEEN_COLLECTIONS = TimeUnit.SECONDS.toNanos(5);
    private static final int TRIES = 10;
    private static final long PAUSE = 50;

    private static long collectedAt;
    private static int tries;

    private Orphans() {}

    /** @return whether it is worth another try; not when somebody else does have the file, as another process may */
    static synchronized boolean collected() {
        if (collectedAt == 0 || System.nanoTime() - collectedAt > BETWEEN_COLLECTIONS) {
            System.gc();
            collectedAt = System.nanoTime();
            tries = 0;
        }
        tries++;
        if (tries > TRIES) {
            return false;
        }
        try {
            Thread.sleep(PAUSE); // what is collected is closed by another thread
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return true;
    }
}
