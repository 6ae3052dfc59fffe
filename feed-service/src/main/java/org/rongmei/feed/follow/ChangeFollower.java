// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.follow;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.rongmei.feed.FeedSettings;
import org.rongmei.feed.entry.Bookmark;
import org.rongmei.feed.entry.CopyDesk;
import org.rongmei.feed.entry.SeenChanges;
import org.rongmei.kit.OneAtATime;

/**
 * Keeps up with article-service. Its event stream is only a doorbell; the news itself is read from the change log, so a
 * ring that is lost, doubled or out of order does no harm.
 */
@ApplicationScoped
public class ChangeFollower {

    private static final System.Logger LOG = System.getLogger(ChangeFollower.class.getName());
    private static final int PAGE = 100;
    private static final int WORTH_A_LINE = 15;
    private static final Duration WORTH_TELLING = Duration.ofMinutes(1);

    @Inject
    @RestClient
    ChangesClient changes;

    @Inject
    CopyDesk copyDesk;

    @Inject
    FeedSettings settings;

    @Inject
    InstantSource clock;

    @Resource
    ManagedScheduledExecutorService executor;

    private final OneAtATime reading = new OneAtATime(this::read);
    private int failures;
    private volatile Instant heardAt = Instant.EPOCH;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        heardAt = clock.instant();
        long interval = settings.followInterval().toMillis();
        executor.scheduleWithFixedDelay(this::catchUp, 0, interval, TimeUnit.MILLISECONDS);
    }

    /**
     * Called at every ring of the bell, and now and then in case the bell is broken. Who rings while the log is read does
     * not wait: an import rings hundreds of times in a second, and as many waiting threads leave none for anything else.
     */
    public void catchUp() {
        reading.run();
    }

    /** For how long article-service has not answered, if that is longer than anybody would have to wait anyway. */
    public Optional<Duration> silence() {
        return Optional.of(Duration.between(heardAt, clock.instant()))
                .filter(silence -> silence.compareTo(WORTH_TELLING) > 0);
    }

    private void read() {
        try {
            readToTheEnd();
            heardAt = clock.instant();
            if (failures >= WORTH_A_LINE) {
                LOG.log(Level.INFO, "article-service is back");
            }
            failures = 0;
        } catch (RuntimeException e) {
            // Once per absence, and not for the moment in which everybody starts: we go on serving what we have.
            failures++;
            if (failures == WORTH_A_LINE) {
                LOG.log(Level.WARNING, "article-service cannot be followed: " + e);
            }
        }
    }

    private void readToTheEnd() {
        @Nullable String next;
        do {
            Bookmark bookmark = copyDesk.bookmark();
            @Nullable SeenChanges page = page(bookmark);
            if (page == null) {
                return;
            }
            boolean nothingNew = page.items().isEmpty()
                    && page.log().equals(bookmark.log())
                    && bookmark.movedAt().isPresent();
            if (nothingNew) {
                return;
            }
            boolean taken = copyDesk.take(page, bookmark.log(), bookmark.position());
            next = taken && page.log().equals(bookmark.log()) ? page.next() : "again";
        } while (next != null);
    }

    private @Nullable SeenChanges page(Bookmark bookmark) {
        try {
            return changes.after(credentials(), bookmark.position(), PAGE);
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() != 410) {
                throw e;
            }
            LOG.log(
                    Level.INFO,
                    "The change log has no position " + bookmark.position() + ": reading it from its start");
            copyDesk.startOver(bookmark.log(), bookmark.position());
            return null;
        }
    }

    /** The syndicator's, so that we get the full text of what only partners may have. */
    private @Nullable String credentials() {
        return settings.syndicatorPassword()
                .map(password -> settings.syndicator() + ":" + password)
                .map(pair -> "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .orElse(null);
    }
}
