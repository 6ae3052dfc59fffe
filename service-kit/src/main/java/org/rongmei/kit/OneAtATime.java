// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import java.util.concurrent.atomic.AtomicBoolean;

/** A job that runs once at a time: who asks for it while it runs only makes sure that it runs once more. */
public final class OneAtATime implements Runnable {

    private final Runnable job;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean wanted = new AtomicBoolean();

    public OneAtATime(Runnable job) {
        this.job = job;
    }

    @Override
    public void run() {
        wanted.set(true);
        while (wanted.get() && running.compareAndSet(false, true)) {
            try {
                wanted.set(false);
                job.run();
            } finally {
                running.set(false);
            }
        }
    }
}
