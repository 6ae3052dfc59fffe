// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.delivery;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.rongmei.feed.FeedSettings;

/**
 * Takes note of what is delivered without making anybody wait: it is written down every second. A node that is killed
 * forgets the last of them; who asks for the change log again is noted again.
 */
@ApplicationScoped
public class DeliveryBook {

    private static final System.Logger LOG = System.getLogger(DeliveryBook.class.getName());
    private static final int BATCH = 500;
    /** Should the database be away: what is behind that is lost. */
    private static final int MOST_UNWRITTEN = 200_000;

    @Inject
    DeliveryDesk desk;

    @Inject
    Quotas quotas;

    @Inject
    FeedSettings settings;

    @Inject
    MetricRegistry metrics;

    @Inject
    InstantSource clock;

    @Resource
    ManagedScheduledExecutorService executor;

    private final Queue<Delivered> unwritten = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        executor.scheduleWithFixedDelay(this::write, 1, 1, TimeUnit.SECONDS);
        executor.scheduleWithFixedDelay(this::forget, 10, 3_600, TimeUnit.SECONDS);
    }

    public void note(Delivered delivered) {
        // All partners together: metrics are open to whoever can reach them, and must not say who our partners are.
        metrics.counter(delivered.gone() ? "partner_tombstones" : "partner_articles")
                .inc();
        if (size.incrementAndGet() > MOST_UNWRITTEN) {
            size.decrementAndGet();
            return;
        }
        unwritten.add(delivered);
    }

    /**
     * A partner has read its manifest from its first line to its last.
     *
     * @param news number of the last change when it began, at that moment
     */
    public void manifestRead(String login, long news, Instant begunAt) {
        write(); // what was delivered before must be there to be found
        desk.manifestRead(login, news, begunAt, clock.instant());
    }

    @PreDestroy
    synchronized void write() {
        List<Delivered> batch = new ArrayList<>();
        try {
            quotas.write();
            while (!unwritten.isEmpty()) {
                batch.clear();
                for (int taken = 0; taken < BATCH && !unwritten.isEmpty(); taken++) {
                    batch.add(unwritten.remove());
                }
                desk.write(batch);
                size.addAndGet(-batch.size());
            }
        } catch (RuntimeException e) {
            // Another node may just have written the same line for the first time: the next time it is there.
            unwritten.addAll(batch);
            LOG.log(Level.DEBUG, "Deliveries cannot be written down now", e);
        }
    }

    private void forget() {
        try {
            desk.forgetBefore(clock.instant().minus(settings.deliveriesKept()));
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "Deliveries cannot be forgotten now", e);
        }
    }
}
