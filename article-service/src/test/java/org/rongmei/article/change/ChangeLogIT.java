// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.change;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import javax.naming.InitialContext;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongmei.test.Deployments;

/** The log under writers that pause between their line and their commit. */
@ExtendWith(ArquillianExtension.class)
class ChangeLogIT {

    private static final int WRITERS = 16;
    private static final int LINES = 10;

    @Deployment
    static WebArchive service() {
        return Deployments.service("article-service", "content").addClass(ChangeLogIT.class);
    }

    @Inject
    ChangeLog changeLog;

    @Inject
    UserTransaction transaction;

    @Test
    void followerMissesNothingWhileWritersPauseBeforeTheirCommit() throws Exception {
        long start = changeLog.head().last();
        AtomicBoolean writing = new AtomicBoolean(true);
        // Threads of the container: only they take part in its transactions.
        ExecutorService threads = InitialContext.doLookup("java:comp/DefaultManagedExecutorService");

        Future<List<Long>> followed = threads.submit(() -> follow(start, writing));
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            writers.add(threads.submit(this::write));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        writing.set(false);
        List<Long> seen = followed.get();

        assertThat(seen)
                .containsExactlyElementsOf(LongStream.rangeClosed(start + 1, start + WRITERS * LINES)
                        .boxed()
                        .toList());
    }

    /** Reads on from the last number seen, as a follower does; never looks back. */
    private List<Long> follow(long start, AtomicBoolean writing) {
        List<Long> seen = new ArrayList<>();
        boolean last = false;
        while (true) {
            long position = seen.isEmpty() ? start : seen.get(seen.size() - 1);
            List<Change> news = changeLog.after(position, 100);
            news.forEach(change -> seen.add(change.sequence()));
            if (last && news.isEmpty()) {
                return seen;
            }
            last = !writing.get();
        }
    }

    private Void write() throws Exception {
        for (int line = 0; line < LINES; line++) {
            transaction.begin();
            changeLog.articleChanged(ChangeKind.UPDATED, line);
            Thread.sleep(3);
            transaction.rollback(); // a number that was taken and given back must leave no gap

            transaction.begin();
            changeLog.articleChanged(ChangeKind.UPDATED, line);
            Thread.sleep(5); // the pause in which a number taken without a lock would be overtaken
            transaction.commit();
        }
        return null;
    }
}
