// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All entries there are: the only class that knows they live in a database. */
@ApplicationScoped
public class Entries {

    @Inject
    EntityManager entityManager;

    Optional<Entry> find(String articleId) {
        return Optional.ofNullable(entityManager.find(Entry.class, articleId));
    }

    Entry findOrAdd(String articleId) {
        return find(articleId).orElseGet(() -> {
            Entry entry = new Entry(articleId);
            entityManager.persist(entry);
            return entry;
        });
    }

    /** Those that there are, the newest first. */
    public List<Entry> of(Collection<String> articleIds) {
        if (articleIds.isEmpty()) {
            return List.of();
        }
        return entityManager
                .createQuery(
                        "select e from Entry e where e.articleId in :ids order by e.publishedAt desc, e.articleId desc",
                        Entry.class)
                .setParameter("ids", articleIds)
                .getResultList();
    }

    /** All entries of a section have changed, with this number. */
    void number(String sectionId, long news) {
        entityManager
                .createQuery("update Entry e set e.newsNumber = :news where e.sectionId = :section")
                .setParameter("news", news)
                .setParameter("section", sectionId)
                .executeUpdate();
    }

    /** What a reading of the whole log did not mention. */
    List<Entry> olderThan(long generation) {
        return entityManager
                .createQuery(
                        "select e from Entry e where e.generation < :generation and e.withdrawnAt is null"
                                + " order by e.articleId",
                        Entry.class)
                .setParameter("generation", generation)
                .getResultList();
    }
}
