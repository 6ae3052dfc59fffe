// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All entries there are: the only class that knows they live in a database. */
@ApplicationScoped
public class Entries {

    @Inject
    EntityManager entityManager;

    public Optional<Entry> find(String articleId) {
        return Optional.ofNullable(entityManager.find(Entry.class, articleId));
    }

    public Optional<Entry> findByUri(String uri) {
        return entityManager
                .createQuery("select e from Entry e where e.uri = :uri order by e.articleId", Entry.class)
                .setParameter("uri", uri)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
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

    /**
     * What has changed after the given place and is in one of these feeds, or was: in the order of changes, and by ids
     * where entries have changed together.
     */
    public List<Entry> changedAfter(Set<Topic> topics, long news, String articleId, int limit) {
        return entityManager
                .createQuery(
                        "select e from Entry e where (e.newsNumber > :news or (e.newsNumber = :news and e.articleId > :id))"
                                + " and exists (select 1 from Filing f where f.id.articleId = e.articleId"
                                + " and f.id.topic in :topics) order by e.newsNumber, e.articleId",
                        Entry.class)
                .setParameter("news", news)
                .setParameter("id", articleId)
                .setParameter("topics", topics.stream().map(Topic::key).toList())
                .setMaxResults(limit)
                .getResultList();
    }

    /** What is in one of these feeds now, of these kinds, by ids. */
    public List<Entry> within(Set<Topic> topics, Set<String> kinds, String afterId, int limit) {
        return entityManager
                .createQuery(
                        "select e from Entry e where e.articleId > :id and e.withdrawnAt is null and e.kind in :kinds"
                                + " and exists (select 1 from Filing f where f.id.articleId = e.articleId"
                                // not "f.present = true": inside exists, EclipseLink writes 1, which H2 refuses
                                + " and f.leftAt is null and f.id.topic in :topics) order by e.articleId",
                        Entry.class)
                .setParameter("id", afterId)
                .setParameter("kinds", kinds)
                .setParameter("topics", topics.stream().map(Topic::key).toList())
                .setMaxResults(limit)
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
