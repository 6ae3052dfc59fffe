// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.revision;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All versions that texts ever had. */
@ApplicationScoped
public class Revisions {

    @Inject
    EntityManager entityManager;

    /**
     * Keeps a new version. What was there before anybody changed it is kept with the first change: an import of a
     * hundred thousand articles is not written twice.
     *
     * @param before what was there, if it is the first version
     */
    @Transactional(MANDATORY)
    public void add(long articleId, Revision before, Instant at, String login, Revision.Text text) {
        int last = last(articleId);
        if (last == 0) {
            entityManager.persist(before);
            last = before.number();
        }
        entityManager.persist(new Revision(articleId, last + 1, at, login, "revised", text));
    }

    /** All of one article: its text is to be gone. */
    @Transactional(MANDATORY)
    public void removeAll(long articleId) {
        entityManager
                .createQuery("delete from Revision r where r.articleId = :article")
                .setParameter("article", articleId)
                .executeUpdate();
    }

    /** The number of the newest; 0 when nobody has changed the article yet. */
    public int last(long articleId) {
        return entityManager
                .createQuery(
                        "select coalesce(max(r.number), 0) from Revision r where r.articleId = :article", Integer.class)
                .setParameter("article", articleId)
                .getSingleResult();
    }

    /** Oldest first, after the one of that number. */
    public List<Revision> of(long articleId, int after, int limit) {
        return entityManager
                .createQuery(
                        "select r from Revision r where r.articleId = :article and r.number > :after order by r.number",
                        Revision.class)
                .setParameter("article", articleId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    public Optional<Revision> find(long articleId, int number) {
        return of(articleId, number - 1, 1).stream()
                .filter(revision -> revision.number() == number)
                .findFirst();
    }
}
