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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.rongmei.feed.entry.CopyDesk;
import org.rongmei.feed.entry.NewsArrived;

/**
 * Feeds that are ready to go out. The shelf is replaced whenever there is news, so nothing on it is stale. A new map
 * rather than a cleared one: what is still being rendered lands on the old shelf, and is lost.
 */
@ApplicationScoped
public class FeedShelf {

    private static final System.Logger LOG = System.getLogger(FeedShelf.class.getName());
    /** More than a site has sections, tags and authors in use; beyond that we render anew. */
    private static final int LARGEST = 3_000;

    @Inject
    FeedEditor editor;

    @Inject
    CopyDesk copyDesk;

    @Resource
    ManagedScheduledExecutorService executor;

    private volatile Map<FeedAddress.Document, RenderedFeed> shelf = new ConcurrentHashMap<>();
    private volatile long position = -1;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        executor.scheduleWithFixedDelay(this::noticeOtherNodes, 1_000, 500, TimeUnit.MILLISECONDS);
    }

    RenderedFeed get(FeedAddress.Document document) {
        Map<FeedAddress.Document, RenderedFeed> current = shelf;
        RenderedFeed ready = current.get(document);
        if (ready != null) {
            return ready;
        }
        if (current.size() >= LARGEST) {
            return render(document);
        }
        return current.computeIfAbsent(document, this::render); // one renders, the others wait for it
    }

    private RenderedFeed render(FeedAddress.Document document) {
        return RenderedFeed.of(editor.compose(document.feed()), document.format());
    }

    void replace(@Observes(during = TransactionPhase.AFTER_SUCCESS) NewsArrived news) {
        shelf = new ConcurrentHashMap<>();
    }

    /** Whoever of several nodes has read the log: all have to see that our copy has moved. */
    private void noticeOtherNodes() {
        try {
            long now = copyDesk.bookmark().position();
            if (now != position) {
                position = now;
                shelf = new ConcurrentHashMap<>();
            }
        } catch (RuntimeException e) {
            // The database is away: what is on the shelf stays good enough.
            LOG.log(Level.DEBUG, "The bookmark cannot be read", e);
        }
    }
}
