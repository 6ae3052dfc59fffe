// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;

/** How often partners ask. */
@ApplicationScoped
class PartnerPeriods {

    @Inject
    EntityManager entityManager;

    /** Added in the database, because other nodes count as well. */
    void add(Asked asked) {
        int known = entityManager
                .createQuery("update PartnerPeriod p set p.requests = p.requests + :more"
                        + " where p.login = :login and p.begunAt = :begun")
                .setParameter("more", asked.requests())
                .setParameter("login", asked.login())
                .setParameter("begun", asked.begunAt())
                .executeUpdate();
        if (known == 0) {
            entityManager.persist(new PartnerPeriod(asked));
            return;
        }
        entityManager
                .createQuery("update PartnerPeriod p set p.lastAt = :at"
                        + " where p.login = :login and p.begunAt = :begun and p.lastAt < :at")
                .setParameter("at", asked.lastAt())
                .setParameter("login", asked.login())
                .setParameter("begun", asked.begunAt())
                .executeUpdate();
    }

    long requests(String login, Instant begunAt) {
        return entityManager
                .createQuery(
                        "select p.requests from PartnerPeriod p where p.login = :login and p.begunAt = :begun",
                        Long.class)
                .setParameter("login", login)
                .setParameter("begun", begunAt)
                .getResultStream()
                .findFirst()
                .orElse(0L);
    }

    Optional<PartnerPeriod> latest(String login) {
        return entityManager
                .createQuery(
                        "select p from PartnerPeriod p where p.login = :login order by p.lastAt desc",
                        PartnerPeriod.class)
                .setParameter("login", login)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    void forgetBefore(Instant moment) {
        entityManager
                .createQuery("delete from PartnerPeriod p where p.lastAt < :moment")
                .setParameter("moment", moment)
                .executeUpdate();
    }
}
