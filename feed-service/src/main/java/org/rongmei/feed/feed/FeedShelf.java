// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.rongmei.feed.entry.Editions;
import org.rongmei.feed.entry.NewsArrived;
import org.rongmei.feed.entry.Topic;

/**
 * Feeds that are ready to go out. What has changed is taken down, and rendered again when somebody asks for it: once,
 * however many ask. What has not changed stays.
 */
@ApplicationScoped
public class FeedShelf {

    private static final System.Logger LOG = System.getLogger(FeedShelf.class.getName());
    /** Bytes. A site's own feeds take a tenth; the rest is for archives and for tags that are asked for. */
    private static final long LARGEST = 64L << 20;

    private static final long UNKNOWN = -1;

    @Inject
    FeedEditor editor;

    @Inject
    Editions editions;

    @Inject
    InstantSource clock;

    @Resource
    ManagedScheduledExecutorService executor;

    private final Shelf shelf = new Shelf(this::render, LARGEST);
    private final Instances instances = new Instances();
    private long seen = UNKNOWN;
    private Instant day = Instant.EPOCH;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        notice();
        executor.scheduleWithFixedDelay(this::notice, 500, 500, TimeUnit.MILLISECONDS);
    }

    RenderedFeed get(FeedAddress.Document document) {
        return shelf.get(document);
    }

    /**
     * What is new since what the reader has (RFC 3229), if that is known here. Of archive documents there is no such
     * thing: they are read once. Rendered once for all who have the same; there are as many bases as we remember.
     */
    Optional<RenderedFeed> getNews(FeedAddress.Document document, RenderedFeed current, String ifNoneMatch) {
        return document.feed().isArchive()
                ? Optional.empty()
                : instances
                        .find(document, ifNoneMatch)
                        .map(base -> current.news()
                                .computeIfAbsent(
                                        base.etag(),
                                        tag -> RenderedFeed.of(base.newSince(current.feed()), document.format())));
    }

    private Shelf.Item render(FeedAddress.Document document) {
        FeedEditor.Composition composition = editor.compose(document.feed());
        RenderedFeed rendered = RenderedFeed.of(composition.feed(), document.format());
        if (!document.feed().isArchive()) {
            instances.remember(document, rendered.instance());
        }
        return new Shelf.Item(rendered, composition.nameplate().topic());
    }

    synchronized void takeDown(@Observes(during = TransactionPhase.AFTER_SUCCESS) NewsArrived news) {
        shelf.takeDown(news.topics());
        if (news.edition() == seen + 1) {
            seen = news.edition(); // no need to hear of it again
        }
    }

    /** What other nodes have read of the log, and that a day is over: tombstones are kept by days. */
    private synchronized void notice() {
        try {
            Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
            long latest = editions.latest();
            if (seen == UNKNOWN || !today.equals(day)) {
                shelf.takeDown(Set.of(Topic.EVERYTHING));
            } else if (latest != seen) {
                shelf.takeDown(editions.changedSince(seen));
            }
            seen = latest;
            day = today;
        } catch (RuntimeException e) {
            // The database is away: what is on the shelf stays good enough.
            LOG.log(Level.DEBUG, "The bookmark cannot be read", e);
        }
    }
}
