// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.review;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All reviews there ever were. */
@ApplicationScoped
public class Reviews {

    @Inject
    EntityManager entityManager;

    /**
     * Keeps what somebody has decided.
     *
     * @param writers who wrote any of the article
     * @throws org.rongmei.kit.Problem 409 when this person may not review this stage: see {@link DistinctPersons}
     */
    @Transactional(MANDATORY)
    public void add(
            long articleId,
            int round,
            int stage,
            Collection<String> writers,
            Verdict verdict,
            String reviewer,
            @Nullable String note,
            Instant at) {
        DistinctPersons.require(reviewer, stage, writers, of(articleId));
        entityManager.persist(new Review(articleId, round, stage, verdict, reviewer, note, at));
    }

    /** Oldest first. */
    public List<Review> of(long articleId) {
        return entityManager
                .createQuery("select r from Review r where r.articleId = :article order by r.id", Review.class)
                .setParameter("article", articleId)
                .getResultList();
    }
}
