// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.wire;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.ArticleSettings;
import org.rongmei.article.change.Change;
import org.rongmei.article.change.ChangeLog;
import org.rongmei.kit.OneAtATime;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/**
 * The bell. It rings after a commit on this node at once, and for the commits of other nodes when it next looks. A
 * subscriber is a place in the log and an open connection, never a thread; one that does not take what it was sent is
 * dropped, and may come back with the last number it heard.
 */
@ApplicationScoped
public class ChangeStream {

    private static final System.Logger LOG = System.getLogger(ChangeStream.class.getName());
    private static final int BATCH = 100;
    private static final Duration LATER = Duration.ofSeconds(30);

    @Inject
    ChangeLog changeLog;

    @Inject
    ArticleSettings settings;

    @Resource
    ManagedScheduledExecutorService executor;

    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
    private final OneAtATime look = new OneAtATime(this::ringOrLater);

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        changeLog.name(settings.restored());
        executor.scheduleWithFixedDelay(look, settings.bellInterval(), settings.bellInterval(), TimeUnit.MILLISECONDS);
        executor.scheduleWithFixedDelay(this::beat, settings.heartbeat(), settings.heartbeat(), TimeUnit.SECONDS);
    }

    void announce(@Observes(during = TransactionPhase.AFTER_SUCCESS) Change committed) {
        // Not on the writer's thread: its answer must not wait for anybody's connection.
        executor.submit(look);
    }

    /**
     * @param after where the subscriber has got to; null: it wants only what comes from now on
     * @throws Problem 503 when there are as many subscribers as one node takes
     */
    void subscribe(SseEventSink sink, Sse sse, @Nullable Long after) {
        if (subscribers.size() >= settings.mostSubscribers()) {
            throw new Problem(
                            503,
                            "too-many-subscribers",
                            Sentence.of("订阅者太多，请稍后再试。", "There are too many subscribers; please try again later."))
                    .retryAfter(LATER);
        }
        if (after != null && !changeLog.has(after)) {
            Subscriber.reset(sink, sse);
            return;
        }
        Subscriber subscriber =
                new Subscriber(sink, sse, after == null ? changeLog.head().last() : after);
        subscribers.add(subscriber);
        // Something has to be written, or the client does not learn that it is connected.
        write(subscriber, () -> subscriber.remark("connected"));
    }

    private void ringOrLater() {
        try {
            ring();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The bell could not look at the change log: " + e);
        }
    }

    private void ring() {
        if (subscribers.isEmpty()) {
            return;
        }
        long known = changeLog.head().last();
        Map<Long, List<Change>> read = new HashMap<>(); // hundreds stand at the same place: one look for all of them
        for (Subscriber subscriber : subscribers) {
            long heard = subscriber.heard();
            if (heard < known && !subscriber.isBusy()) {
                List<Change> lines = read.computeIfAbsent(heard, place -> changeLog.after(place, BATCH));
                write(subscriber, () -> subscriber.tell(lines));
            }
        }
    }

    /** A dead connection is noticed only by writing to it. */
    private void beat() {
        subscribers.forEach(subscriber -> write(subscriber, () -> subscriber.remark("alive")));
    }

    /**
     * On a thread that is nobody else's as long as it lasts: the container's writes wait for a client that does not
     * read, until its write timeout ends that, and everybody else must not wait with them.
     */
    private void write(Subscriber subscriber, Runnable words) {
        if (!subscriber.begin()) {
            return;
        }
        executor.submit(() -> {
            try {
                words.run();
            } catch (RuntimeException e) {
                subscriber.drop();
            } finally {
                subscriber.end();
            }
            if (subscriber.isGone()) {
                subscribers.remove(subscriber);
                return;
            }
            look.run();
        });
    }

    public int subscriberCount() {
        return subscribers.size();
    }

    @PreDestroy
    void stop() {
        subscribers.forEach(Subscriber::drop);
        subscribers.clear();
    }
}
