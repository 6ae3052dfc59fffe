// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OneAtATimeTest {

    final AtomicInteger runs = new AtomicInteger();
    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch released = new CountDownLatch(1);

    @Test
    void whoAsksWhileItRunsDoesNotWaitAndHasItRunOnceMore() throws InterruptedException {
        OneAtATime job = new OneAtATime(() -> {
            runs.incrementAndGet();
            begun.countDown();
            awaitRelease();
        });
        Thread first = new Thread(job);
        first.start();
        begun.await();

        for (int ring = 0; ring < 100; ring++) {
            job.run();
        }
        assertThat(runs).hasValue(1);
        released.countDown();
        first.join();

        assertThat(runs).hasValue(2);
    }

    @Test
    void jobThatFailsRunsAgainWhenAsked() {
        OneAtATime job = new OneAtATime(() -> {
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("the first time");
            }
        });

        assertThatThrownBy(job::run).hasMessage("the first time");
        job.run();

        assertThat(runs).hasValue(2);
    }

    private void awaitRelease() {
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
