// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The new versions of published articles that are on their way. */
@ApplicationScoped
class WorkingTexts {

    @Inject
    EntityManager entityManager;

    Optional<WorkingText> find(long articleId) {
        return Optional.ofNullable(entityManager.find(WorkingText.class, articleId));
    }

    WorkingText findOrAdd(long articleId) {
        return find(articleId).orElseGet(() -> {
            WorkingText text = new WorkingText(articleId);
            entityManager.persist(text);
            return text;
        });
    }

    /** Once it has taken its place. */
    void remove(@Nullable WorkingText text) {
        if (text != null) {
            entityManager.remove(text);
        }
    }
}
