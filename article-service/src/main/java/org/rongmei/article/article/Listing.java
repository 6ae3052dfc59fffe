// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An article's place in the list of one tag or one author. It repeats the article's state and date, so that one index
 * finds the newest of a tag without looking at articles.
 */
@Embeddable
class Listing {

    private String name = "";
    private ArticleState state = ArticleState.DRAFT;

    @Column(name = "listed_at")
    private Instant listedAt = Instant.EPOCH;

    @Column(name = "section_id")
    private long sectionId;

    protected Listing() {} // for Jakarta Persistence

    Listing(String name, long sectionId, ArticleState state, Instant listedAt) {
        this.name = name;
        this.sectionId = sectionId;
        this.state = state;
        this.listedAt = listedAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Listing that
                && name.equals(that.name)
                && sectionId == that.sectionId
                && state == that.state
                && listedAt.equals(that.listedAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, sectionId, state, listedAt);
    }
}
