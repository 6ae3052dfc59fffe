// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.follow;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rongmei.feed.FeedSettings;

/**
 * Listens to article-service's event stream. Our own loop rather than {@code SseEventSource}, which gives up for good
 * after a graceful close or one refused connection.
 */
@ApplicationScoped
public class Doorbell {

    private static final System.Logger LOG = System.getLogger(Doorbell.class.getName());
    /** The other side gives a sign of life every 15 seconds. */
    private static final long SILENCE = Duration.ofSeconds(50).toNanos();

    private static final int LONGEST_PAUSE_MILLIS = 10_000;

    @Inject
    ChangeFollower follower;

    @Inject
    FeedSettings settings;

    @Resource
    ManagedScheduledExecutorService executor;

    @Resource
    ContextService contexts;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private volatile @Nullable CompletableFuture<?> listening;
    private volatile long heardAt;
    private volatile boolean stopped;
    private int failures;

    /**
     * Caught while we are on a thread of the application: the client's threads know nothing of it, and what they hand on
     * would not find its JSON provider.
     */
    private Runnable catchUp = () -> {};

    private Runnable listenAgain = () -> {};

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        catchUp = contexts.contextualRunnable(follower::catchUp);
        listenAgain = contexts.contextualRunnable(this::listen);
        executor.schedule(this::listen, 1, TimeUnit.SECONDS);
        executor.scheduleWithFixedDelay(this::hangUpWhenDead, 20, 20, TimeUnit.SECONDS);
    }

    private void listen() {
        if (stopped) {
            return;
        }
        heardAt = System.nanoTime();
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.articleUrl() + "/changes/stream"))
                .header("Accept", "text/event-stream")
                .build();
        CompletableFuture<HttpResponse<Void>> stream =
                client.sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(new Ear(this::hear)));
        listening = stream;
        stream.whenComplete((response, failure) -> reconnect());
    }

    private void hear(String line) {
        heardAt = System.nanoTime();
        failures = 0;
        if (line.startsWith("data:")) {
            // Not on the client's thread: the lines behind this one are its work.
            executor.submit(catchUp);
        }
    }

    /** With jitter, so that many nodes do not come back in one moment. */
    private void reconnect() {
        if (stopped) {
            return;
        }
        failures = Math.min(failures + 1, 6);
        long most = Math.min(LONGEST_PAUSE_MILLIS, 250L << failures);
        long pause = ThreadLocalRandom.current().nextLong(most / 2, most);
        executor.schedule(listenAgain, pause, TimeUnit.MILLISECONDS);
    }

    /** A connection that died without a word is noticed by its silence alone. */
    private void hangUpWhenDead() {
        CompletableFuture<?> call = listening;
        if (call != null && System.nanoTime() - heardAt > SILENCE) {
            LOG.log(Level.INFO, "The bell has been silent for too long; calling again");
            call.cancel(true);
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
        CompletableFuture<?> call = listening;
        if (call != null) {
            call.cancel(true);
        }
    }
}
