// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which entries are in which feeds. Whatever is asked of it is a walk down one index: it costs the same at a thousand
 * entries and at a million. Writers hold the bookmark's lock, so nobody takes the same place twice.
 */
@ApplicationScoped
public class Filings {

    @Inject
    EntityManager entityManager;

    /** The newest of a feed by date of publication. */
    public List<Entry> newest(Topic topic, int limit) {
        return entityManager
                .createQuery(
                        "select e from Filing f, Entry e where e.articleId = f.id.articleId"
                                + " and f.id.topic = :topic and f.present = true"
                                + " order by f.publishedAt desc, f.id.articleId desc",
                        Entry.class)
                .setParameter("topic", topic.key())
                .setMaxResults(limit)
                .getResultList();
    }

    /** The newest of a feed that are of one of these kinds. */
    public List<Entry> newest(Topic topic, Set<String> kinds, int limit) {
        return entityManager
                .createQuery(
                        "select e from Filing f, Entry e where e.articleId = f.id.articleId"
                                + " and f.id.topic = :topic and f.present = true and e.kind in :kinds"
                                + " order by f.publishedAt desc, f.id.articleId desc",
                        Entry.class)
                .setParameter("topic", topic.key())
                .setParameter("kinds", kinds)
                .setMaxResults(limit)
                .getResultList();
    }

    /** What was published since then, newest first. */
    public List<Entry> newestSince(Topic topic, Instant since, int limit) {
        return entityManager
                .createQuery(
                        "select e from Filing f, Entry e where e.articleId = f.id.articleId"
                                + " and f.id.topic = :topic and f.present = true and f.publishedAt >= :since"
                                + " order by f.publishedAt desc, f.id.articleId desc",
                        Entry.class)
                .setParameter("topic", topic.key())
                .setParameter("since", since)
                .setMaxResults(limit)
                .getResultList();
    }

    /** What was withdrawn of a feed since then, the latest first. */
    public List<Entry> withdrawn(Topic topic, Instant since, int limit) {
        return entityManager
                .createQuery(
                        "select e from Filing f, Entry e where e.articleId = f.id.articleId"
                                + " and f.id.topic = :topic and f.leftAt >= :since and e.withdrawnAt is not null"
                                + " order by f.leftAt desc, f.id.articleId",
                        Entry.class)
                .setParameter("topic", topic.key())
                .setParameter("since", since)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Which of these entries are in one of these feeds. */
    public Set<String> present(Set<Topic> topics, List<String> articleIds) {
        if (articleIds.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(entityManager
                .createQuery(
                        "select f.id.articleId from Filing f where f.present = true and f.id.topic in :topics"
                                + " and f.id.articleId in :ids",
                        String.class)
                .setParameter("topics", topics.stream().map(Topic::key).toList())
                .setParameter("ids", articleIds)
                .getResultList());
    }

    /** Whether an entry is in one of these feeds, or ever was. */
    public boolean knows(Set<Topic> topics, String articleId) {
        return of(articleId).stream().anyMatch(filing -> topics.contains(filing.topic()));
    }

    /** When an entry last left this feed, for whatever reason. */
    public Optional<Instant> lastLeft(Topic topic) {
        return entityManager
                .createQuery(
                        "select f from Filing f where f.id.topic = :topic and f.leftAt > :ever order by f.leftAt desc",
                        Filing.class)
                .setParameter("topic", topic.key())
                .setParameter("ever", Instant.EPOCH)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .flatMap(Filing::leftAt);
    }

    /** The last place given in this feed; 0 when there is none. */
    public long last(Topic topic) {
        List<Long> last = entityManager
                .createQuery("select f.place from Filing f where f.id.topic = :topic order by f.place desc", Long.class)
                .setParameter("topic", topic.key())
                .setMaxResults(1)
                .getResultList();
        return last.isEmpty() ? 0 : last.get(0);
    }

    /** Whoever has, or had, one of these places. */
    public List<Filing> between(Topic topic, long after, long last) {
        return entityManager
                .createQuery(
                        "select f from Filing f where f.id.topic = :topic and f.place > :after and f.place <= :last"
                                + " order by f.place",
                        Filing.class)
                .setParameter("topic", topic.key())
                .setParameter("after", after)
                .setParameter("last", last)
                .getResultList();
    }

    /**
     * Puts an entry into these feeds, and into no others.
     *
     * @return the feeds that it has come to or left
     */
    Set<Topic> file(Entry entry, Set<Topic> wanted, Instant at) {
        Map<Topic, Filing> known = new LinkedHashMap<>();
        of(entry.articleId()).forEach(filing -> known.put(filing.topic(), filing));
        Set<Topic> touched = new HashSet<>();
        for (Topic topic : wanted) {
            Filing filing = known.get(topic);
            if (filing == null) {
                entityManager.persist(new Filing(topic, entry.articleId(), last(topic) + 1, entry.publishedAt()));
                touched.add(topic);
            } else if (!filing.isPresent()) {
                filing.comeBack(last(topic) + 1, entry.publishedAt());
                touched.add(topic);
            } else {
                filing.date(entry.publishedAt());
            }
        }
        known.values().stream()
                .filter(filing -> filing.isPresent() && !wanted.contains(filing.topic()))
                .forEach(filing -> {
                    filing.leave(at);
                    touched.add(filing.topic());
                });
        return touched;
    }

    /** Out of every feed. Those that it had left before hear of it too: their readers may still hold it. */
    Set<Topic> withdraw(String articleId, Instant at) {
        Set<Topic> touched = new HashSet<>();
        for (Filing filing : of(articleId)) {
            filing.leave(at);
            touched.add(filing.topic());
        }
        return touched;
    }

    Set<Topic> topicsOf(String articleId) {
        Set<Topic> topics = new HashSet<>();
        of(articleId).stream().filter(Filing::isPresent).map(Filing::topic).forEach(topics::add);
        return topics;
    }

    /** The entries of a section, after it was closed: out of every feed. */
    void closeSection(String sectionId, Instant at) {
        entityManager
                .createNativeQuery("update filing set present = false, left_at = ?1 where present = true"
                        + " and article_id in (select e.article_id from entry e where e.section_id = ?2)")
                .setParameter(1, at.atOffset(ZoneOffset.UTC))
                .setParameter(2, sectionId)
                .executeUpdate();
    }

    /**
     * The entries of an open section, after it was opened or moved: into the feeds of these sections and of no others, in
     * the order of their publication.
     */
    void moveSection(String sectionId, Set<Topic> sections, Instant at) {
        List<String> keys = sections.stream().map(Topic::key).toList();
        entityManager
                .createQuery("update Filing f set f.present = false, f.leftAt = :at where f.present = true"
                        + " and f.id.topic like 'section:%' and f.id.topic not in :kept"
                        + " and f.id.articleId in (select e.articleId from Entry e where e.sectionId = :section)")
                .setParameter("at", at)
                .setParameter("kept", keys)
                .setParameter("section", sectionId)
                .executeUpdate();
        arrive(Topic.SITE, sectionId, "");
        sections.forEach(section -> arrive(section, sectionId, ""));
        names("entry_tag", sectionId)
                .forEach(tag -> arrive(
                        Topic.tag(tag),
                        sectionId,
                        " and exists (select 1 from entry_tag n where n.article_id = e.article_id and n.name = ?3)",
                        tag));
        names("entry_author", sectionId)
                .forEach(author -> arrive(
                        Topic.author(author),
                        sectionId,
                        " and exists (select 1 from entry_author n where n.article_id = e.article_id and n.name = ?3)",
                        author));
    }

    private void arrive(Topic topic, String sectionId, String condition, String... name) {
        long last = last(topic); // before those who come back give their places up
        change(
                "delete from filing where topic = ?1 and present = false and article_id in"
                        + " (select e.article_id from entry e where e.section_id = ?2 and e.listed = true" + condition
                        + ")",
                topic,
                sectionId,
                name);
        change(
                "insert into filing (topic, article_id, place, published_at, present)"
                        + " select cast(?1 as varchar(420)), e.article_id, " + last
                        + " + row_number() over (order by e.published_at, e.article_id), e.published_at, true"
                        + " from entry e where e.section_id = ?2 and e.listed = true" + condition
                        + " and not exists (select 1 from filing f where f.topic = ?1 and f.article_id = e.article_id)",
                topic,
                sectionId,
                name);
    }

    private void change(String statement, Topic topic, String sectionId, String... name) {
        var query = entityManager
                .createNativeQuery(statement)
                .setParameter(1, topic.key())
                .setParameter(2, sectionId);
        for (String each : name) {
            query.setParameter(3, each);
        }
        query.executeUpdate();
    }

    private List<String> names(String table, String sectionId) {
        List<?> names = entityManager
                .createNativeQuery("select distinct n.name from " + table
                        + " n join entry e on e.article_id = n.article_id"
                        + " where e.section_id = ?1 and e.listed = true order by n.name")
                .setParameter(1, sectionId)
                .getResultList();
        return names.stream().map(String::valueOf).toList();
    }

    private List<Filing> of(String articleId) {
        return entityManager
                .createQuery("select f from Filing f where f.id.articleId = :article order by f.id.topic", Filing.class)
                .setParameter("article", articleId)
                .setHint(
                        "eclipselink.refresh", true) // whole sections are changed behind the persistence context's back
                .getResultList();
    }
}
