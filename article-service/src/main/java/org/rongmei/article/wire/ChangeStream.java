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
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.ArticleSettings;
import org.rongmei.article.change.Change;
import org.rongmei.article.change.ChangeLog;

/**
 * The bell. It rings after a commit on this node at once, and for the commits of other nodes when it next looks. A
 * subscriber is a place in the log and an open connection, never a thread; one that does not take what it was sent is
 * dropped, and may come back with the last number it heard.
 */
@ApplicationScoped
public class ChangeStream {

    private static final System.Logger LOG = System.getLogger(ChangeStream.class.getName());
    private static final Jsonb JSON = JsonbBuilder.create();
    private static final int BATCH = 100;
    private static final long STALLED_AFTER = TimeUnit.SECONDS.toNanos(30);

    @Inject
    ChangeLog changeLog;

    @Inject
    ArticleSettings settings;

    @Resource
    ManagedScheduledExecutorService executor;

    private final Map<SseEventSink, Subscriber> subscribers = new ConcurrentHashMap<>();
    private final AtomicBoolean ringing = new AtomicBoolean();
    private final AtomicBoolean pending = new AtomicBoolean();
    private volatile @Nullable Sse sse;

    /** How far a subscriber has come, and since when it has not taken what it was sent. */
    private static final class Subscriber {
        private long heard;
        private volatile @Nullable CompletionStage<?> sending;
        private volatile long sentAt;

        boolean isBusy() {
            CompletionStage<?> last = sending;
            return last != null && !last.toCompletableFuture().isDone();
        }

        boolean isStalled() {
            return isBusy() && System.nanoTime() - sentAt > STALLED_AFTER;
        }
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        changeLog.nameOnce();
        executor.scheduleWithFixedDelay(
                this::look, settings.bellInterval(), settings.bellInterval(), TimeUnit.MILLISECONDS);
        executor.scheduleWithFixedDelay(this::beat, settings.heartbeat(), settings.heartbeat(), TimeUnit.SECONDS);
    }

    void announce(@Observes(during = TransactionPhase.AFTER_SUCCESS) Change committed) {
        // Not on the writer's thread: its answer must not wait for anybody's connection.
        executor.submit(this::look);
    }

    /** @param after where the subscriber has got to; null: it wants only what comes from now on */
    void subscribe(SseEventSink sink, Sse factory, @Nullable Long after) {
        sse = factory;
        ChangeLog.Head head = changeLog.head();
        if (after != null && after > head.last()) {
            sink.send(event().name("reset").data("{}").build()).whenComplete((done, failed) -> sink.close());
            return;
        }
        Subscriber subscriber = new Subscriber();
        subscriber.heard = after == null ? head.last() : after;
        // Something has to be written, or the client does not learn that it is connected.
        subscriber.sending = sink.send(event().comment("connected").build());
        subscriber.sentAt = System.nanoTime();
        subscribers.put(sink, subscriber);
        executor.submit(this::look);
    }

    /** One at a time; who comes while another looks only makes sure that it looks once more. */
    private void look() {
        if (!ringing.compareAndSet(false, true)) {
            pending.set(true);
            return;
        }
        try {
            do {
                pending.set(false);
                ring();
            } while (pending.get());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The bell could not look at the change log: " + e);
        } finally {
            ringing.set(false);
        }
    }

    private void ring() {
        if (subscribers.isEmpty()) {
            return;
        }
        long known = changeLog.head().last();
        subscribers.forEach((sink, subscriber) -> {
            if (!subscriber.isBusy() && subscriber.heard < known) {
                tell(sink, subscriber);
            }
        });
    }

    private void tell(SseEventSink sink, Subscriber subscriber) {
        List<Change> lines = changeLog.after(subscriber.heard, BATCH);
        for (Change line : lines) {
            send(
                    sink,
                    subscriber,
                    event().id(String.valueOf(line.sequence()))
                            .mediaType(MediaType.APPLICATION_JSON_TYPE)
                            .data(JSON.toJson(Ring.of(line)))
                            .build());
            subscriber.heard = line.sequence();
        }
        if (lines.size() == BATCH) {
            pending.set(true);
        }
    }

    /** A dead connection is noticed only by writing to it. */
    private void beat() {
        subscribers.forEach((sink, subscriber) -> {
            if (subscriber.isStalled()) {
                drop(sink);
            } else if (!subscriber.isBusy()) {
                send(sink, subscriber, event().comment("alive").build());
            }
        });
    }

    private void send(SseEventSink sink, Subscriber subscriber, OutboundSseEvent event) {
        if (sink.isClosed()) {
            subscribers.remove(sink);
            return;
        }
        try {
            subscriber.sentAt = System.nanoTime();
            subscriber.sending = sink.send(event).whenComplete((done, failed) -> {
                if (failed != null) {
                    drop(sink);
                }
            });
        } catch (IllegalStateException e) { // closed between our question and our sending
            subscribers.remove(sink);
        }
    }

    private void drop(SseEventSink sink) {
        subscribers.remove(sink);
        sink.close();
    }

    private OutboundSseEvent.Builder event() {
        Sse factory = sse;
        if (factory == null) {
            throw new IllegalStateException("Nobody has subscribed yet");
        }
        return factory.newEventBuilder();
    }

    @PreDestroy
    void stop() {
        subscribers.keySet().forEach(SseEventSink::close);
        subscribers.clear();
    }
}
