// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.follow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;

/** The last register of each site, for when site-info-service is away. */
@ApplicationScoped
class MastheadCopies {

    @Inject
    EntityManager entityManager;

    @Inject
    InstantSource clock;

    Optional<String> find(String site) {
        return Optional.ofNullable(entityManager.find(MastheadCopy.class, site)).map(MastheadCopy::document);
    }

    @Transactional
    public void keep(String site, String document) {
        MastheadCopy copy = Optional.ofNullable(entityManager.find(MastheadCopy.class, site))
                .orElseGet(() -> add(site));
        copy.replace(document, clock.instant());
    }

    private MastheadCopy add(String site) {
        MastheadCopy copy = new MastheadCopy(site);
        entityManager.persist(copy);
        return copy;
    }
}
