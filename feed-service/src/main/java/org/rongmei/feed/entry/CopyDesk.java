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
import java.time.InstantSource;
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
        for (SeenChange change : page.items()) {
            take(change, bookmark.generation());
        }
        long reached = page.items().isEmpty()
                ? after
                : page.items().get(page.items().size() - 1).sequence();
        bookmark.move(reached, clock.instant());
        if (reached >= page.last() && bookmark.settle()) {
            forgetWhatWasNotMentioned(bookmark.generation());
        }
        news.fire(new NewsArrived(reached));
        return true;
    }

    /** The log does not know our position: it is another one, or it was cut. */
    public void startOver(String log, long after) {
        Bookmark bookmark = entityManager.find(Bookmark.class, Bookmark.ONLY, LockModeType.PESSIMISTIC_WRITE);
        if (bookmark.isAt(log, after)) {
            bookmark.startOver("");
        }
    }

    private void take(SeenChange change, long generation) {
        @Nullable String article = change.articleId();
        @Nullable String section = change.sectionId();
        if (article != null) {
            takeArticle(article, change, generation);
        } else if (section != null) {
            takeSection(section, change, generation);
        }
    }

    private void takeArticle(String id, SeenChange change, long generation) {
        @Nullable JsonObject article = change.article();
        if (article == null) {
            entries.find(id).ifPresent(entry -> entry.withdraw(change.at(), generation));
            return;
        }
        String document = article.toString();
        entries.findOrAdd(id).tell(Story.fromJson(document), document, generation);
    }

    private void takeSection(String id, SeenChange change, long generation) {
        SeenChange.@Nullable SeenSection section = change.section();
        if (section == null) {
            sections.close(id, change.at(), generation);
            return;
        }
        // Whether it is open, is said by these two alone: a section below a hidden one is renamed without being opened.
        @Nullable
        Boolean closed = switch (change.kind()) {
            case "section-closed" -> Boolean.TRUE;
            case "section-opened" -> section.hidden();
            default -> null;
        };
        sections.tell(id, section, closed, change.at(), generation);
    }

    private void forgetWhatWasNotMentioned(long generation) {
        entries.withdrawOlderThan(generation, clock.instant());
        sections.closeOlderThan(generation, clock.instant());
    }
}
