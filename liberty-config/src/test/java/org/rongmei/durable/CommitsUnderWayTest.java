// SPDX-License-Identifier: Apache-2.0
package org.rongmei.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CommitsUnderWayTest {

    final CommitsUnderWay commits = new CommitsUnderWay();
    final AtomicBoolean returned = new AtomicBoolean();
    final CountDownLatch asked = new CountDownLatch(1);

    @Test
    void whoeverReadsWhenNobodyCommitsReturnsAtOnce() throws SQLException {
        commits.end(commits.begin());

        commits.awaitThoseBegun();
    }

    @Test
    void whoeverReadsWaitsForTheCommitThatBeganBeforeAndForNoLaterOne() throws InterruptedException {
        long first = commits.begin();
        Thread reader = reader();
        awaitWaiting(reader);
        long later = commits.begin();
        assertThat(returned).isFalse();

        commits.end(first);

        reader.join();
        assertThat(returned).isTrue();
        commits.end(later);
    }

    @Test
    void laterCommitThatEndsFirstLetsNobodyGo() throws InterruptedException {
        long first = commits.begin();
        long second = commits.begin();
        Thread reader = reader();
        awaitWaiting(reader);

        commits.end(second);

        awaitWaiting(reader);
        assertThat(returned).isFalse();
        commits.end(first);
        reader.join();
    }

    @Test
    void interruptionIsAFailureToRead() {
        commits.begin();
        Thread.currentThread().interrupt();

        assertThatThrownBy(commits::awaitThoseBegun).isInstanceOf(SQLException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private Thread reader() throws InterruptedException {
        Thread thread = new Thread(() -> {
            asked.countDown();
            try {
                commits.awaitThoseBegun();
                returned.set(true);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();
        asked.await();
        return thread;
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }
}
