// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What the sites say about themselves now, in memory: whoever asks costs no query. What this node records counts at once;
 * what another node records is seen when the copy is five seconds old, by counting, because versions are only ever added.
 * A version for the future comes into force by itself. While the database is away the last copy goes on.
 */
@ApplicationScoped
public class Standing {

    static final Duration FRESH = Duration.ofSeconds(5);

    /** Of versions: there are never so few, so everything is read anew. */
    private static final long UNKNOWN = -1;

    private static final System.Logger LOG = System.getLogger(Standing.class.getName());

    /** All sites at one moment, and until when nothing changes by itself. */
    private record Copy(Map<String, InForce> sites, long versions, Instant nextChange, long edition, Instant askedAt) {

        boolean isFresh(Instant now, long latestEdition) {
            return edition == latestEdition
                    && Duration.between(askedAt, now).abs().compareTo(FRESH) < 0
                    && !isOutdated(now);
        }

        boolean isOutdated(Instant now) {
            return !now.isBefore(nextChange);
        }
    }

    @Inject
    Registers registers;

    @Inject
    InstantSource clock;

    private final ReentrantLock asking = new ReentrantLock();
    private final AtomicLong edition = new AtomicLong();
    private volatile @Nullable Copy copy;

    /** @throws SiteNotFound when there is none */
    public InForce get(String site) {
        return find(site).orElseThrow(() -> new SiteNotFound(site));
    }

    public Optional<InForce> find(String site) {
        return Optional.ofNullable(current().get(site));
    }

    /** In the order of their names. */
    public Collection<InForce> all() {
        return current().values();
    }

    /** @param host in its normal spelling */
    Optional<InForce> byHost(String host) {
        return all().stream()
                .filter(inForce -> inForce.register().hosts().contains(host))
                .findFirst();
    }

    void forget(@Observes(during = AFTER_SUCCESS) RegisterRecorded recorded) {
        edition.incrementAndGet();
    }

    private Map<String, InForce> current() {
        Copy known = copy;
        Instant now = clock.instant();
        if (known != null && known.isFresh(now, edition.get())) {
            return known.sites();
        }
        // Merely old: one asks, the others need not wait for the database. Recorded here: everybody waits for the news.
        if (known != null && known.edition() == edition.get() && !known.isOutdated(now)) {
            if (!asking.tryLock()) {
                return known.sites();
            }
        } else {
            asking.lock();
        }
        try {
            return ask(now).sites();
        } finally {
            asking.unlock();
        }
    }

    private Copy ask(Instant now) {
        Copy known = copy;
        // Before the query: what is recorded while it runs must be asked for again.
        long asked = edition.get();
        if (known != null && known.isFresh(now, asked)) {
            return known; // somebody else was quicker
        }
        Copy latest;
        try {
            latest = read(known, now, asked);
        } catch (RuntimeException e) {
            if (known == null) {
                throw e;
            }
            if (known.versions() != UNKNOWN) {
                LOG.log(Level.WARNING, "Going on with the registers we have: " + e);
            }
            latest = new Copy(known.sites(), UNKNOWN, Instant.MAX, asked, now);
        }
        copy = latest;
        return latest;
    }

    private Copy read(@Nullable Copy known, Instant now, long asked) {
        long versions = registers.count();
        if (known != null && known.versions() == versions && !known.isOutdated(now)) {
            return new Copy(known.sites(), versions, known.nextChange(), asked, now);
        }
        Timeline timeline = Timeline.of(registers.steps(), now);
        Map<String, InForce> sites = new TreeMap<>();
        timeline.inForce().forEach((site, step) -> {
            @Nullable InForce before = known == null ? null : known.sites().get(site);
            Register register = before != null
                            && Integer.valueOf(step.version())
                                    .equals(before.register().version())
                    ? before.register()
                    : registers.get(site, step.version());
            InForce latest = InForce.of(register, timeline.latest(site));
            // The same object, for those who keep what they made of it.
            sites.put(site, latest.equals(before) ? before : latest);
        });
        return new Copy(sites, versions, timeline.nextChange(), asked, now);
    }
}
