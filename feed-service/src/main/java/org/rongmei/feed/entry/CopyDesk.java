// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps our copy: a page of the log and the bookmark move in one transaction, so that a page is taken once even if
 * several nodes read it, and again if it was not taken.
 */
@ApplicationScoped
@Transactional
public class CopyDesk {

    private static final System.Logger LOG = System.getLogger(CopyDesk.class.getName());

    @Inject
    EntityManager entityManager;

    @Inject
    Entries entries;

    @Inject
    Sections sections;

    @Inject
    Filings filings;

    @Inject
    Editions editions;

    @Inject
    InstantSource clock;

    @Inject
    Event<NewsArrived> news;

    public Bookmark bookmark() {
        return entityManager.find(Bookmark.class, Bookmark.ONLY);
    }

    /**
     * @param after the position that this page was asked for
     * @return whether it was taken; it is not when another node was quicker
     */
    public boolean take(SeenChanges page, String log, long after) {
        Bookmark bookmark = entityManager.find(Bookmark.class, Bookmark.ONLY, LockModeType.PESSIMISTIC_WRITE);
        if (!bookmark.isAt(log, after)) {
            return false;
        }
        if (!bookmark.log().equals(page.log())) {
            LOG.log(Level.INFO, "Reading change log " + page.log() + " from its start");
            bookmark.startOver(page.log());
            if (after > 0) {
                return true; // the page belongs to a position in another log
            }
        }
        Set<Topic> touched = new HashSet<>();
        for (SeenChange change : page.items()) {
            touched.addAll(take(change, bookmark));
        }
        long reached = page.items().isEmpty()
                ? after
                : page.items().get(page.items().size() - 1).sequence();
        boolean first = bookmark.movedAt().isEmpty();
        bookmark.move(reached, clock.instant());
        if (reached >= page.last() && bookmark.settle()) {
            touched.addAll(forgetWhatWasNotMentioned(bookmark));
        }
        if (first) {
            touched.add(Topic.EVERYTHING);
        }
        if (!touched.isEmpty()) {
            long edition = bookmark.nextEdition();
            editions.touch(touched, edition);
            news.fire(new NewsArrived(edition, touched));
        }
        return true;
    }

    /** The log does not know our position: it is another one, or it was cut. */
    public void startOver(String log, long after) {
        Bookmark bookmark = entityManager.find(Bookmark.class, Bookmark.ONLY, LockModeType.PESSIMISTIC_WRITE);
        if (bookmark.isAt(log, after)) {
            bookmark.startOver("");
        }
    }

    /** Lets the log be read from its start, whatever has been read of it. Who is at it now finds that it has moved. */
    public void readAnew() {
        Bookmark bookmark = entityManager.find(Bookmark.class, Bookmark.ONLY, LockModeType.PESSIMISTIC_WRITE);
        LOG.log(Level.INFO, "Our copy is made anew");
        bookmark.startOver("");
    }

    /** Returns the feeds that have changed. */
    private Set<Topic> take(SeenChange change, Bookmark bookmark) {
        @Nullable String article = change.articleId();
        @Nullable String section = change.sectionId();
        if (article != null) {
            return takeArticle(article, change, bookmark);
        }
        return section == null ? Set.of() : takeSection(section, change, bookmark);
    }

    private Set<Topic> takeArticle(String id, SeenChange change, Bookmark bookmark) {
        @Nullable JsonObject article = change.article();
        if (article == null) {
            return entries.find(id)
                    .filter(entry ->
                            entry.withdrawnAt().isEmpty() || change.kind().equals("withdrawn"))
                    .map(entry -> withdraw(entry, change.at(), bookmark))
                    .orElse(Set.of());
        }
        String document = XmlText.legal(article.toString());
        Optional<Story> readable = read(id, document);
        if (readable.isEmpty()) {
            return Set.of();
        }
        Entry entry = entries.findOrAdd(id);
        boolean isNew = entry.tell(readable.get(), document, change.at(), bookmark.generation());
        Set<Topic> touched = new HashSet<>(filings.file(entry, topicsOf(entry), change.at()));
        if (isNew) {
            touched.addAll(filings.topicsOf(id));
        }
        if (isNew || !touched.isEmpty()) {
            entry.number(bookmark.nextNews(clock.instant()));
        }
        return touched;
    }

    /** An article that cannot be kept must not keep those behind it from being read. */
    private static Optional<Story> read(String id, String document) {
        try {
            return Optional.of(Story.fromJson(document).requireComplete(id));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Article " + id + " cannot be syndicated", e);
            return Optional.empty();
        }
    }

    private Set<Topic> topicsOf(Entry entry) {
        Set<Topic> sectionTopics = entry.isListed() ? sections.topicsOf(entry.sectionId()) : Set.of();
        if (sectionTopics.isEmpty()) {
            return Set.of();
        }
        Set<Topic> topics = new HashSet<>(sectionTopics);
        topics.add(Topic.SITE);
        entry.names().forEach(topics::add);
        return topics;
    }

    private Set<Topic> withdraw(Entry entry, Instant at, Bookmark bookmark) {
        Optional<Instant> before = entry.withdrawnAt();
        entry.withdraw(at, bookmark.generation());
        if (entry.withdrawnAt().equals(before)) {
            return Set.of();
        }
        entry.number(bookmark.nextNews(clock.instant()));
        return filings.withdraw(entry.articleId(), entry.withdrawnAt().orElse(at));
    }

    private Set<Topic> takeSection(String id, SeenChange change, Bookmark bookmark) {
        SeenChange.@Nullable SeenSection section = change.section();
        if (section == null) {
            return sections.close(id, change.at(), bookmark.generation())
                    ? refile(id, change.at(), bookmark)
                    : Set.of();
        }
        // Whether it is open, is said by these two alone: a section below a hidden one is renamed without being opened.
        @Nullable
        Boolean closed = switch (change.kind()) {
            case "section-closed" -> Boolean.TRUE;
            case "section-opened" -> section.hidden();
            default -> null;
        };
        boolean moved = sections.tell(id, section, closed, change.at(), bookmark.generation());
        if (moved) {
            return refile(id, change.at(), bookmark);
        }
        if (!change.kind().equals("section-renamed")) {
            return Set.of();
        }
        entries.number(id, bookmark.nextNews(clock.instant())); // partners are told the name of the section
        return Set.of(Topic.section(id));
    }

    /** A section that is opened, closed or moved takes those below it along. */
    private Set<Topic> refile(String id, Instant at, Bookmark bookmark) {
        for (String each : sections.idsWithin(id)) {
            Set<Topic> topics = sections.topicsOf(each);
            if (topics.isEmpty()) {
                filings.closeSection(each, at);
            } else {
                filings.moveSection(each, topics, at);
            }
            entries.number(each, bookmark.nextNews(clock.instant()));
        }
        return Set.of(Topic.EVERYTHING);
    }

    private Set<Topic> forgetWhatWasNotMentioned(Bookmark bookmark) {
        Set<Topic> touched = new HashSet<>();
        for (Entry entry : entries.olderThan(bookmark.generation())) {
            touched.addAll(withdraw(entry, clock.instant(), bookmark));
        }
        for (Section section : sections.olderThan(bookmark.generation())) {
            section.close(clock.instant(), bookmark.generation());
            touched.addAll(refile(section.id(), clock.instant(), bookmark));
        }
        return touched;
    }
}
