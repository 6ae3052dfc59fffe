// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.search;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.ArticleSettings;
import org.rongmei.article.article.ArticleText;
import org.rongmei.article.article.PublishedTexts;
import org.rongmei.article.change.Change;
import org.rongmei.article.change.ChangeLog;
import org.rongmei.article.search.SearchIndex.Place;
import org.rongmei.kit.OneAtATime;

/**
 * Keeps this node's index up with the change log, and makes it anew when it is missing, broken, of an older format or
 * of another log. Nobody else needs it: deleting the directory costs a rebuilding and nothing else.
 */
@ApplicationScoped
public class IndexKeeper {

    private static final System.Logger LOG = System.getLogger(IndexKeeper.class.getName());
    private static final int BATCH = 100;
    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(10);
    private static final Duration BETWEEN_SHOWS = Duration.ofSeconds(1);

    @Inject
    ChangeLog changeLog;

    @Inject
    PublishedTexts texts;

    @Inject
    ArticleSettings settings;

    @Inject
    InstantSource clock;

    @Inject
    @ConfigProperty(name = "rongmei.article.search.dir")
    Optional<String> directory;

    @Resource
    ManagedScheduledExecutorService executor;

    private final OneAtATime keeping = new OneAtATime(this::keep);
    private @Nullable SearchIndex opened;
    private @Nullable Place reached;
    private Instant committed = Instant.MIN;
    private Instant shown = Instant.MIN;
    private boolean dirty;
    private boolean stopped;
    private volatile @Nullable SearchIndex finished;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        executor.scheduleWithFixedDelay(keeping, 0, settings.bellInterval(), TimeUnit.MILLISECONDS);
    }

    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) Change change) {
        executor.submit(keeping);
    }

    /** Empty until everything there is has been read into it. */
    Optional<SearchIndex> index() {
        return Optional.ofNullable(finished);
    }

    private synchronized void keep() {
        if (stopped) {
            return;
        }
        try {
            follow();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "The search index could not be kept, and is opened again: " + e);
            close();
        }
    }

    private void follow() throws IOException {
        ChangeLog.Head head = changeLog.head();
        SearchIndex index = opened == null ? open() : opened;
        Place from = reached;
        if (from == null || !from.log().equals(head.log()) || !changeLog.has(from.sequence())) {
            from = rebuild(index, head);
        }
        List<Change> lines = changeLog.after(from.sequence(), BATCH);
        while (!lines.isEmpty() && !stopped) {
            apply(index, lines);
            from = new Place(from.log(), lines.get(lines.size() - 1).sequence());
            reached = from;
            dirty = true;
            lines = changeLog.after(from.sequence(), BATCH);
            if (finished != null) {
                showNowAndThen(index, lines.isEmpty());
            }
        }
        if (finished == null) {
            index.refresh();
            finished = index;
        }
        commitNowAndThen(index, from);
    }

    private SearchIndex open() throws IOException {
        SearchIndex index = SearchIndex.open(
                Path.of(directory.orElseThrow(() -> new IOException("rongmei.article.search.dir is not set"))));
        opened = index;
        reached = index.place().orElse(null);
        return index;
    }

    private Place rebuild(SearchIndex index, ChangeLog.Head head) throws IOException {
        finished = null;
        reached = null;
        LOG.log(Level.INFO, "The search index is being built");
        index.clear();
        long count = 0;
        List<ArticleText> next = texts.after(0, BATCH);
        while (!next.isEmpty()) {
            if (stopped) {
                throw new IOException("stopped while the index was being built");
            }
            for (ArticleText text : next) {
                index.put(text);
            }
            count += next.size();
            next = texts.after(next.get(next.size() - 1).id(), BATCH);
        }
        // What changed meanwhile comes after the head that was there before.
        Place place = new Place(head.log(), head.last());
        index.refresh();
        index.commit(place);
        committed = clock.instant();
        reached = place;
        LOG.log(Level.INFO, "The search index is built: " + count + " articles");
        return place;
    }

    private void apply(SearchIndex index, List<Change> lines) throws IOException {
        Set<Long> ids = lines.stream()
                .flatMap(line -> line.articleId().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<Long, ArticleText> current = texts.of(ids);
        for (long id : ids) {
            if (current.containsKey(id)) {
                index.put(current.get(id));
            } else {
                index.remove(id);
            }
        }
    }

    /** While an import comes in, what each batch shows is replaced by the next one at once, and costs a segment. */
    private void showNowAndThen(SearchIndex index, boolean last) throws IOException {
        Instant now = clock.instant();
        if (last || shown.isBefore(now.minus(BETWEEN_SHOWS))) {
            index.refresh();
            shown = now;
        }
    }

    private void commitNowAndThen(SearchIndex index, Place place) throws IOException {
        Instant now = clock.instant();
        if (dirty && committed.isBefore(now.minus(BETWEEN_COMMITS))) {
            index.commit(place);
            committed = now;
            dirty = false;
        }
    }

    private void close() {
        finished = null;
        try {
            if (opened != null) {
                opened.close();
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.WARNING, "The search index could not be closed: " + e);
        }
        opened = null;
        reached = null;
    }

    @PreDestroy
    synchronized void stop() {
        stopped = true;
        try {
            if (opened != null && reached != null && dirty) {
                opened.commit(reached);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The search index will follow again from its last commit: " + e);
        }
        close();
    }
}
