// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tokens of all partners. */
@ApplicationScoped
class Credentials {

    @Inject
    EntityManager entityManager;

    Optional<Credential> find(Token token) {
        return entityManager
                .createQuery("select c from Credential c where c.tokenHash = :hash", Credential.class)
                .setParameter("hash", token.hash())
                .getResultStream()
                .findFirst();
    }

    /** Those that are not over yet, the oldest first. */
    List<Credential> validOf(String login, Instant now) {
        return entityManager
                .createQuery(
                        "select c from Credential c where c.login = :login and (c.validTo is null or c.validTo > :now)"
                                + " order by c.issuedAt, c.id",
                        Credential.class)
                .setParameter("login", login)
                .setParameter("now", now)
                .getResultList();
    }

    void add(Credential credential) {
        entityManager.persist(credential);
    }
}
