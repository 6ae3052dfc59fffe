// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was delivered to whom. */
@ApplicationScoped
class Deliveries {

    @Inject
    EntityManager entityManager;

    Optional<Delivery> find(String login, String articleId) {
        return Optional.ofNullable(entityManager.find(Delivery.class, new Delivery.Key(login, articleId)));
    }

    Delivery findOrAdd(Delivered delivered) {
        return find(delivered.login(), delivered.articleId()).orElseGet(() -> {
            Delivery first = new Delivery(delivered);
            entityManager.persist(first);
            return first;
        });
    }

    /** To whom an article was delivered, by their logins. */
    List<Delivery> ofArticle(String articleId, String afterLogin, int limit) {
        return entityManager
                .createQuery(
                        "select d from Delivery d where d.articleId = :article and d.login > :login order by d.login",
                        Delivery.class)
                .setParameter("article", articleId)
                .setParameter("login", afterLogin)
                .setMaxResults(limit)
                .getResultList();
    }

    /** What was delivered to a partner, the latest first, from behind the one of that moment and id. */
    List<Delivery> ofPartner(String login, Instant before, String afterId, int limit) {
        return entityManager
                .createQuery(
                        "select d from Delivery d where d.login = :login and (d.lastAt < :before"
                                + " or (d.lastAt = :before and d.articleId > :id)) order by d.lastAt desc, d.articleId",
                        Delivery.class)
                .setParameter("login", login)
                .setParameter("before", before)
                .setParameter("id", afterId)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * The partner has seen everything that it may hold, and what was withdrawn before that was not there.
     *
     * @param news number of the last change that was in what it has seen
     */
    void seenWithoutWithdrawn(String login, long news, Instant begunAt, Instant endedAt) {
        entityManager
                .createQuery(
                        "update Delivery d set d.goneAt = :ended, d.goneWay = 'manifest'"
                                + " where d.login = :login and d.goneAt is null and d.lastAt < :begun and d.articleId in"
                                + " (select e.articleId from Entry e where e.withdrawnAt is not null and e.newsNumber <= :news)")
                .setParameter("ended", endedAt)
                .setParameter("login", login)
                .setParameter("begun", begunAt)
                .setParameter("news", news)
                .executeUpdate();
    }

    void forgetBefore(Instant moment) {
        entityManager
                .createQuery("delete from Delivery d where d.lastAt < :moment")
                .setParameter("moment", moment)
                .executeUpdate();
    }
}
