// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.rongmei.kit.Problem;

class DarkroomDoorTest {

    private final DarkroomDoor door = new DarkroomDoor();

    @Test
    void onePictureIsDevelopedAtATime() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService reporters = Executors.newFixedThreadPool(6);

        List<Future<Integer>> uploads = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            uploads.add(reporters.submit(() -> door.inTurn(() -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.yield();
                return inside.decrementAndGet();
            })));
        }
        for (Future<Integer> upload : uploads) {
            upload.get();
        }
        reporters.shutdown();

        assertThat(most).hasValue(1);
    }

    @Test
    void whoeverWaitsTooLongIsAskedToComeAgain() throws Exception {
        door.patience = Duration.ofMillis(10);
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        ExecutorService reporter = Executors.newSingleThreadExecutor();
        Future<Boolean> first = reporter.submit(() -> door.inTurn(() -> {
            entered.countDown();
            return await(done);
        }));
        entered.await();

        assertThatThrownBy(() -> door.inTurn(() -> "in")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(503);
            assertThat(problem.retryAfter()).isPresent();
        });

        done.countDown();
        first.get();
        reporter.shutdown();
        assertThat(door.inTurn(() -> "in")).isEqualTo("in");
    }

    @Test
    void brokenPictureLeavesTheDoorOpen() {
        assertThatThrownBy(() -> door.inTurn(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(door.inTurn(() -> "in")).isEqualTo("in");
    }

    private static boolean await(CountDownLatch done) {
        try {
            done.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
