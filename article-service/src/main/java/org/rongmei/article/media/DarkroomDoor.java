// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/**
 * Lets one picture at a time into the darkroom, because a large one takes a good part of the memory there is. A few wait
 * in line for a while; whoever does not get in is asked to come again.
 */
@ApplicationScoped
class DarkroomDoor {

    static final int MOST_WAITING = 8;

    Duration patience = Duration.ofSeconds(20);

    private final Semaphore place = new Semaphore(1, true);

    /** @throws Problem 503 when too many are waiting, or the wait takes too long */
    public <T> T inTurn(Supplier<T> work) {
        if (place.getQueueLength() >= MOST_WAITING || !comesIn()) {
            throw new Problem(
                            503,
                            "darkroom-busy",
                            Sentence.of(
                                    "正在处理的图片太多，请稍后再传。",
                                    "Too many pictures are being worked on; please try again soon."))
                    .retryAfter(Duration.ofSeconds(10));
        }
        try {
            return work.get();
        } finally {
            place.release();
        }
    }

    private boolean comesIn() {
        try {
            return place.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
