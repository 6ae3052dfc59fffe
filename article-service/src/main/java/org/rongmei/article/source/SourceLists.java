// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** All versions of the list of sources. */
@ApplicationScoped
public class SourceLists {

    @Inject
    EntityManager entityManager;

    public Optional<SourceList> latest() {
        return entityManager
                .createQuery("select l from SourceList l order by l.id desc", SourceList.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    Optional<SourceList> find(int version) {
        return Optional.ofNullable(entityManager.find(SourceList.class, version));
    }

    void add(SourceList list) {
        entityManager.persist(list);
        entityManager.flush();
    }
}
