// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Who changed what of which contract: only ever added to. */
@ApplicationScoped
class ContractChanges {

    @Inject
    EntityManager entityManager;

    void add(ContractChange change) {
        entityManager.persist(change);
    }

    /** The latest first, from before the one with that id. */
    List<ContractChange> before(String login, long id, int limit) {
        return entityManager
                .createQuery(
                        "select c from ContractChange c where c.login = :login and c.id < :id order by c.id desc",
                        ContractChange.class)
                .setParameter("login", login)
                .setParameter("id", id)
                .setMaxResults(limit)
                .getResultList();
    }
}
