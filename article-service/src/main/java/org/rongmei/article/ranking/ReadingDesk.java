// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.ranking;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.article.ReadingRoom;

/** Counts who reads what. A crash loses the seconds since the last writing down, and nothing else. */
@ApplicationScoped
class ReadingDesk {

    private static final System.Logger LOG = System.getLogger(ReadingDesk.class.getName());
    private static final int MOST_SIGHTINGS = 200_000;
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(6);

    @Inject
    ReadingRoom readingRoom;

    @Inject
    Readings readings;

    @Inject
    InstantSource clock;

    /** Seconds. */
    @Inject
    @ConfigProperty(name = "rongmei.article.readings.interval", defaultValue = "10")
    long interval;

    @Resource
    ManagedScheduledExecutorService executor;

    private final Tally tally = new Tally(MOST_SIGHTINGS);
    private Instant cleaned = Instant.MIN;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        executor.scheduleWithFixedDelay(this::writeDown, interval, interval, TimeUnit.SECONDS);
    }

    /**
     * @param id of the article, as in a URL
     * @param reader whatever tells one reader from another
     */
    void count(String id, String reader, @Nullable String userAgent) {
        long article = readingRoom.requirePublic(id);
        if (!Robots.isOne(userAgent)) {
            tally.count(article, reader + '\n' + userAgent, clock.instant());
        }
    }

    synchronized void writeDown() {
        Map<Long, Long> taken = tally.take();
        try {
            Instant now = clock.instant();
            if (!taken.isEmpty()) {
                readings.add(taken, now);
            }
            if (cleaned.isBefore(now.minus(BETWEEN_CLEANINGS))) {
                readings.forgetOld(now);
                cleaned = now;
            }
        } catch (RuntimeException e) {
            tally.giveBack(taken);
            LOG.log(Level.WARNING, "Readings could not be written down and are tried again: " + e);
        }
    }

    @PreDestroy
    void stop() {
        writeDown();
    }
}
