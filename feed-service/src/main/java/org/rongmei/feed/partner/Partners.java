// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** All partners, also those of former times. */
@ApplicationScoped
class Partners {

    @Inject
    EntityManager entityManager;

    /** Of a contract that is not removed, whether it is in force or not. */
    Optional<Partner> find(String login) {
        return findEver(login).filter(partner -> !partner.isRemoved());
    }

    Optional<Partner> findEver(String login) {
        return Optional.ofNullable(entityManager.find(Partner.class, login));
    }

    /** @throws PartnerNotFound when there is none, or not any more */
    Partner get(String login) {
        return find(login).orElseThrow(() -> new PartnerNotFound(login));
    }

    List<Partner> after(String login, int limit) {
        return entityManager
                .createQuery(
                        "select p from Partner p where p.removed = false and p.login > :login order by p.login",
                        Partner.class)
                .setParameter("login", login)
                .setMaxResults(limit)
                .getResultList();
    }

    Partner add(Partner partner) {
        entityManager.persist(partner);
        return partner;
    }

    /** Writes what has changed, so that the version is the one that the ETag is made of. */
    void flush() {
        entityManager.flush();
    }
}
