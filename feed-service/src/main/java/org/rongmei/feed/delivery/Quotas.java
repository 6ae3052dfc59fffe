// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.rongmei.feed.partner.Contract;
import org.rongmei.feed.partner.Quota;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/**
 * Counts what partners ask for. Each node knows of the others' requests what was written down a second ago: by so much a
 * quota may be passed.
 */
@ApplicationScoped
public class Quotas {

    /** Whoever asks for the same document no sooner than that, and says what it has, is never refused. */
    public static final Duration PACE = Duration.ofSeconds(60);

    private static final Quota UNLIMITED = new Quota(0, "hour");
    private static final int MOST_POLLS = 20_000;

    private record Key(String login, Instant begunAt) {}

    private static final class Count {
        long elsewhere;
        long here;
        long unwritten;
        Instant lastAt = Instant.EPOCH;
    }

    @Inject
    DeliveryDesk desk;

    @Inject
    MetricRegistry metrics;

    @Inject
    InstantSource clock;

    private final Map<Key, Count> counts = new ConcurrentHashMap<>();
    private final Map<String, Instant> polls = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_POLLS;
        }
    };

    /**
     * Counts a request.
     *
     * @param poll the document that is asked for by who has it already, if it is one that changes
     * @throws Problem 429 when there have been too many
     */
    public void count(Contract contract, Optional<String> poll) {
        Instant now = clock.instant();
        Quota quota = contract.limit().orElse(UNLIMITED);
        Instant begun = quota.periodOf(now);
        Count count = counts.computeIfAbsent(new Key(contract.login(), begun), this::known);
        boolean patient = poll.isPresent() && isPatient(contract.login() + " " + poll.get(), now);
        metrics.counter("partner_requests").inc();
        synchronized (count) {
            count.lastAt = now;
            if (patient) {
                return;
            }
            if (contract.limit().isPresent() && count.elsewhere + count.here >= quota.requests()) {
                metrics.counter("partner_refusals").inc();
                throw tooMany(quota, Duration.between(now, begun.plus(quota.period())));
            }
            count.here++;
            count.unwritten++;
        }
    }

    private synchronized boolean isPatient(String document, Instant now) {
        Instant before = polls.get(document);
        boolean patient = before == null || !before.plus(PACE).isAfter(now);
        if (patient) {
            polls.put(document, now);
        }
        return patient;
    }

    private static Problem tooMany(Quota quota, Duration pause) {
        return new Problem(
                        429,
                        "quota-exceeded",
                        Sentence.of(
                                "您的合同每%s可请求 %d 次，已经用完。",
                                "Your contract allows %2$d requests per %1$s, and they are used up.",
                                quota.per(),
                                quota.requests()))
                .retryAfter(pause.plusSeconds(1));
    }

    private Count known(Key key) {
        Count count = new Count();
        count.elsewhere = desk.requests(key.login(), key.begunAt());
        return count;
    }

    /** Writes down what was counted here, and learns what was counted elsewhere. */
    void write() {
        Instant now = clock.instant();
        for (Map.Entry<Key, Count> each : counts.entrySet()) {
            write(each.getKey(), each.getValue());
        }
        counts.keySet().removeIf(key -> key.begunAt().plus(Duration.ofDays(1)).isBefore(now));
    }

    private void write(Key key, Count count) {
        long written;
        Instant lastAt;
        synchronized (count) {
            written = count.unwritten;
            lastAt = count.lastAt;
            if (lastAt.equals(Instant.EPOCH)) {
                return;
            }
        }
        desk.count(new Asked(key.login(), key.begunAt(), written, lastAt));
        long total = desk.requests(key.login(), key.begunAt());
        synchronized (count) {
            count.unwritten -= written;
            count.elsewhere = total;
            count.here = count.unwritten;
            if (count.lastAt.equals(lastAt)) {
                count.lastAt = Instant.EPOCH;
            }
        }
    }
}
