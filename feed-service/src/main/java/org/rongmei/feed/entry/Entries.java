// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** All entries there are: the only class that knows they live in a database. */
@ApplicationScoped
public class Entries {

    private static final String NEWEST = " order by e.published_at desc, e.article_id desc limit ";

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

    public List<Entry> newest(Collection<String> sections, int limit) {
        return read(entityManager.createNativeQuery(
                "select e.article_id from entry e where e.listed = true" + in(sections) + NEWEST + limit));
    }

    /** One walk down the index per section, merged: what it costs depends on the sections, not on the articles. */
    public List<Entry> newestOfSections(Collection<String> sections, int limit) {
        if (sections.isEmpty()) {
            return List.of();
        }
        String walks = sections.stream()
                .map(section -> "(select e.article_id, e.published_at from entry e where e.section_id = '"
                        + quoted(section) + "' and e.listed = true" + NEWEST + limit + ")")
                .collect(Collectors.joining(" union all "));
        return read(entityManager.createNativeQuery("select e.article_id from (" + walks + ") e" + NEWEST + limit));
    }

    public List<Entry> newestOfTag(String tag, Collection<String> sections, int limit) {
        return newestOfName("entry_tag", tag, sections, limit);
    }

    public List<Entry> newestOfAuthor(String author, Collection<String> sections, int limit) {
        return newestOfName("entry_author", author, sections, limit);
    }

    private List<Entry> newestOfName(String table, String name, Collection<String> sections, int limit) {
        return read(entityManager
                .createNativeQuery("select n.article_id from " + table
                        + " n join entry e on e.article_id = n.article_id where n.name = ?1" + in(sections)
                        + " order by n.published_at desc, n.article_id desc limit " + limit)
                .setParameter(1, name));
    }

    /** What was withdrawn since then, the latest first. */
    public List<Entry> withdrawnSince(Instant since, int limit) {
        return entityManager
                .createQuery(
                        "select e from Entry e where e.withdrawnAt >= :since order by e.withdrawnAt desc, e.articleId",
                        Entry.class)
                .setParameter("since", since)
                .setMaxResults(limit)
                .getResultList();
    }

    void withdrawOlderThan(long generation, Instant at) {
        List<?> ids = entityManager
                .createNativeQuery(
                        "select article_id from entry where generation < ?1 and withdrawn_at is null order by article_id")
                .setParameter(1, generation)
                .getResultList();
        ids.forEach(id -> find((String) id).ifPresent(entry -> entry.withdraw(at, generation)));
    }

    private static String in(Collection<String> sections) {
        return sections.isEmpty()
                ? " and 1 = 0"
                : sections.stream()
                        .map(section -> "'" + quoted(section) + "'")
                        .collect(Collectors.joining(", ", " and e.section_id in (", ")"));
    }

    /** Section ids are base 32; anything else has no business in a statement. */
    private static String quoted(String sectionId) {
        if (!sectionId.matches("[0-9a-z]{1,13}")) {
            throw new IllegalArgumentException("No section id: " + sectionId);
        }
        return sectionId;
    }

    private List<Entry> read(Query idQuery) {
        List<String> ids = ((List<?>) idQuery.getResultList())
                .stream().map(String::valueOf).toList();
        Map<String, Entry> found = new HashMap<>();
        if (!ids.isEmpty()) {
            entityManager
                    .createQuery("select e from Entry e where e.articleId in :ids", Entry.class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(entry -> found.put(entry.articleId(), entry));
        }
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
