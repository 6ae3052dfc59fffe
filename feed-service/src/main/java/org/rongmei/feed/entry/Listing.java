// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** That an entry has a tag or an author. */
@Embeddable
class Listing {

    private String name = "";

    @Column(name = "published_at")
    private Instant publishedAt = Instant.EPOCH;

    protected Listing() {} // for Jakarta Persistence

    Listing(String name, Instant publishedAt) {
        this.name = name;
        this.publishedAt = publishedAt;
    }

    String name() {
        return name;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Listing that && name.equals(that.name) && publishedAt.equals(that.publishedAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, publishedAt);
    }
}
