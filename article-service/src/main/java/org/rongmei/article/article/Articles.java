// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.SortedId;
import org.rongmei.kit.Conditional;

/** All articles there are. The only class that knows they live in a database. */
@ApplicationScoped
public class Articles {

    @Inject
    EntityManager entityManager;

    /** @param id as in a URL */
    Article get(String id) {
        return SortedId.parse(id).flatMap(this::find).orElseThrow(() -> new ArticleNotFound(id));
    }

    /**
     * The one that a client wants to change, as the client has seen it: preconditions come before the body is judged.
     *
     * @throws org.rongmei.kit.Problem 428 without the header, 412 when somebody was quicker
     */
    Article get(String id, @Nullable String ifMatch) {
        Article article = get(id);
        Conditional.requireMatch(ifMatch, tag -> ArticleEtag.isOf(article, tag));
        return article;
    }

    /** Nobody else changes it until the end of the transaction. */
    Article hold(long id) {
        return entityManager.find(Article.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** How many emergency publications have not had their reviews in time. */
    long countOverdue(Instant now) {
        return entityManager
                .createQuery(
                        "select count(a) from Article a where a.progress.reviewsDueAt between :start and :now"
                                + " and a.state = :published",
                        Long.class)
                .setParameter("start", Instant.EPOCH)
                .setParameter("now", now)
                .setParameter("published", ArticleState.PUBLISHED)
                .getSingleResult();
    }

    /** From somewhere on: H2 walks through all that have no date otherwise, several times a second. */
    static final String DUE = "select id from article where scheduled_for between timestamp with time zone"
            + " '1970-01-01 00:00:00+00' and current_timestamp";

    /** What has to be published by now, by the database's clock: nodes may disagree about the time. */
    List<Long> due(int limit) {
        return ((List<?>) entityManager
                        .createNativeQuery(DUE + " order by scheduled_for, id limit " + limit)
                        .getResultList())
                .stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** What was withdrawn before then, still has its text, and is not being worked on. */
    List<Long> erasable(Instant withdrawnBefore, int limit) {
        return entityManager
                .createQuery(
                        "select a.id from Article a where a.state = :withdrawn and a.progress.state = :withdrawn"
                                + " and a.erasedAt is null and a.withdrawnAt < :before order by a.id",
                        Long.class)
                .setParameter("withdrawn", ArticleState.WITHDRAWN)
                .setParameter("before", withdrawnBefore)
                .setMaxResults(limit)
                .getResultList();
    }

    boolean isDue(long id) {
        return !entityManager
                .createNativeQuery("select id from article where id = ?1 and scheduled_for <= current_timestamp")
                .setParameter(1, id)
                .getResultList()
                .isEmpty();
    }

    public Optional<Article> find(long id) {
        return Optional.ofNullable(entityManager.find(Article.class, id));
    }

    Optional<ArticleState> findState(long id) {
        return entityManager
                .createQuery("select a.state from Article a where a.id = :id", ArticleState.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Those of the given ids that exist, by id. */
    public Map<Long, Article> find(Collection<Long> ids) {
        Map<Long, Article> found = new HashMap<>();
        if (!ids.isEmpty()) {
            entityManager
                    .createQuery("select a from Article a where a.id in :ids", Article.class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(article -> found.put(article.id(), article));
        }
        return found;
    }

    Optional<Article> findByUri(String uri) {
        return first("select a from Article a where a.uri = :key", uri);
    }

    Optional<Article> findByAlias(String path) {
        return entityManager
                .createQuery("select a from Article a join a.aliases path where path in :paths", Article.class)
                .setParameter("paths", List.of(path, Aliases.normal(path)))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Those of the given identifiers that there are articles of, with the ids of these. */
    Map<String, Long> findUris(Collection<String> uris) {
        return idsByKey("select a.uri, a.id from Article a where a.uri in :keys", uris);
    }

    private Map<String, Long> idsByKey(String query, Collection<String> keys) {
        Map<String, Long> found = new HashMap<>();
        if (!keys.isEmpty()) {
            entityManager
                    .createQuery(query, Object[].class)
                    .setParameter("keys", keys)
                    .getResultList()
                    .forEach(row -> found.put((String) row[0], (Long) row[1]));
        }
        return found;
    }

    /** Those of the given ids that there are articles of. */
    Set<Long> findIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? new HashSet<>()
                : new HashSet<>(entityManager
                        .createQuery("select a.id from Article a where a.id in :ids", Long.class)
                        .setParameter("ids", ids)
                        .getResultList());
    }

    /** Those of the given old paths that lead somewhere, with the ids of their articles. */
    Map<String, Long> findAliases(Collection<String> paths) {
        return idsByKey("select path, a.id from Article a join a.aliases path where path in :keys", paths);
    }

    /** One of the given paths that leads to another article than this one. */
    Optional<String> findTakenAlias(Collection<String> paths, long exceptId) {
        if (paths.isEmpty()) {
            return Optional.empty();
        }
        return entityManager
                .createQuery(
                        "select path from Article a join a.aliases path where path in :paths and a.id <> :id",
                        String.class)
                .setParameter("paths", paths)
                .setParameter("id", exceptId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private Optional<Article> first(String query, String key) {
        return entityManager
                .createQuery(query, Article.class)
                .setParameter("key", key)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    List<Article> list(ArticleListing listing) {
        Query query = entityManager.createNativeQuery(listing.sql());
        for (int at = 0; at < listing.parameters().size(); at++) {
            query.setParameter(at + 1, listing.parameters().get(at));
        }
        List<Long> ids = ((List<?>) query.getResultList())
                .stream()
                        .map(row -> ((Number) (row instanceof Object[] columns ? columns[0] : row)).longValue())
                        .toList();
        Map<Long, Article> found = find(ids);
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    void add(Article article) {
        entityManager.persist(article);
    }

    /** Sends what was changed to the database, so that the version counted up by it can be told. */
    void flush() {
        entityManager.flush();
    }
}
