// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Listens to server-sent events (HTML, 9.2), and calls again when the connection breaks off. Our own loop rather than
 * {@code SseEventSource}, which gives up for good after a graceful close or one refused connection.
 */
public final class EventStream implements AutoCloseable {

    /** What one hears, on the client's threads: they must not be kept waiting, and know no application. */
    public interface Listener {

        /** @param resumed whether everything that happened while nobody listened will be told now */
        void opened(boolean resumed);

        void heard(Event event);
    }

    /** @param name {@code message} where the other side gives none */
    public record Event(String name, String data) {}

    private static final System.Logger LOG = System.getLogger(EventStream.class.getName());
    /** The other side gives a sign of life every 15 seconds. */
    private static final long SILENCE = Duration.ofSeconds(40).toNanos();

    private static final int LONGEST_PAUSE_MILLIS = 10_000;
    private static final String UNNAMED = "message";

    private final URI address;
    private final ScheduledExecutorService executor;
    private final Listener listener;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private volatile @Nullable CompletableFuture<?> call;
    private volatile @Nullable String lastId;
    private volatile long heardAt;
    private volatile boolean connected;
    private volatile boolean closed;
    private int failures;

    public EventStream(URI address, ScheduledExecutorService executor, Listener listener) {
        this.address = address;
        this.executor = executor;
        this.listener = listener;
    }

    /** Begins to listen, in a moment: whoever opens it at the start of a server may be waiting for itself. */
    public void open() {
        executor.schedule(this::listen, 1, TimeUnit.SECONDS);
        executor.scheduleWithFixedDelay(this::hangUpWhenDead, 10, 10, TimeUnit.SECONDS);
    }

    /** Whether what happens now would be heard. */
    public boolean isHeard() {
        return connected && System.nanoTime() - heardAt < SILENCE;
    }

    private void listen() {
        if (closed) {
            return;
        }
        heardAt = System.nanoTime();
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "text/event-stream");
        @Nullable String known = lastId;
        if (known != null) {
            request.header("Last-Event-ID", known);
        }
        CompletableFuture<HttpResponse<Void>> stream =
                client.sendAsync(request.build(), HttpResponse.BodyHandlers.fromLineSubscriber(new Ear(known != null)));
        call = stream;
        stream.whenComplete((response, failure) -> callAgain());
    }

    /** With jitter, so that many nodes do not come back in one moment. */
    private void callAgain() {
        connected = false;
        if (closed) {
            return;
        }
        failures = Math.min(failures + 1, 6);
        long most = Math.min(LONGEST_PAUSE_MILLIS, 250L << failures);
        long pause = ThreadLocalRandom.current().nextLong(most / 2, most);
        executor.schedule(this::listen, pause, TimeUnit.MILLISECONDS);
    }

    /** A connection that died without a word is noticed by its silence alone. */
    private void hangUpWhenDead() {
        CompletableFuture<?> dead = call;
        if (dead != null && System.nanoTime() - heardAt > SILENCE) {
            LOG.log(Level.INFO, address + " has been silent for too long; calling again");
            dead.cancel(true);
        }
    }

    @Override
    public void close() {
        closed = true;
        connected = false;
        CompletableFuture<?> last = call;
        if (last != null) {
            last.cancel(true);
        }
    }

    /** Takes one line after the other of one connection. */
    private final class Ear implements Flow.Subscriber<String> {

        private final boolean resumed;
        private String name = UNNAMED;
        private @Nullable String id;
        private final StringBuilder data = new StringBuilder();

        Ear(boolean resumed) {
            this.resumed = resumed;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        /** The first line is a remark; a refusal has none, nor any event. */
        @Override
        public void onNext(String line) {
            heardAt = System.nanoTime();
            if (!connected && line.startsWith(":")) {
                failures = 0;
                connected = true;
                listener.opened(resumed);
            }
            if (line.isEmpty()) {
                tell();
            } else if (line.startsWith("data:")) {
                data.append(data.isEmpty() ? "" : "\n").append(value(line));
            } else if (line.startsWith("event:")) {
                name = value(line);
            } else if (line.startsWith("id:")) {
                id = value(line);
            }
        }

        private void tell() {
            if (name.equals("reset")) {
                lastId = null; // it knows no such place, and will not the next time
            } else if (id != null) {
                lastId = id;
            }
            if (!data.isEmpty() || !name.equals(UNNAMED)) {
                listener.heard(new Event(name, data.toString()));
            }
            name = UNNAMED;
            data.setLength(0);
        }

        private static String value(String line) {
            return line.substring(line.indexOf(':') + 1).stripLeading();
        }

        @Override
        public void onError(Throwable failure) {} // the call itself completes with it

        @Override
        public void onComplete() {}
    }
}
