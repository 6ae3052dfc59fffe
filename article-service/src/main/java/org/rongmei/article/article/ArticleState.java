// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an article is on its way. */
public enum ArticleState {
    DRAFT,
    IN_REVIEW,
    APPROVED,
    SCHEDULED,
    PUBLISHED,
    WITHDRAWN;

    static Optional<ArticleState> find(String text) {
        return Arrays.stream(values())
                .filter(state -> state.toString().equals(text))
                .findFirst();
    }

    /** The one rule about who may see what. Lists ask the database the same: see {@link ArticleListing}. */
    boolean isVisibleTo(boolean staff) {
        return staff || this == PUBLISHED;
    }

    /** As on the wire and in the database: {@code in-review}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
