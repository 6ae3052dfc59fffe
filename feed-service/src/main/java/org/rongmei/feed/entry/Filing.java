// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry's place in the feed of a topic. Places are given in the order of arrival and never to anybody else, so that an
 * archive document, which is a range of them, has the same entries for ever (RFC 5005, section 4).
 */
@Entity
public class Filing {

    @EmbeddedId
    private Place id = new Place();

    private long place;

    @Column(name = "published_at")
    private Instant publishedAt = Instant.EPOCH;

    private boolean present;

    @Column(name = "left_at")
    private @Nullable Instant leftAt;

    protected Filing() {} // for Jakarta Persistence

    Filing(Topic topic, String articleId, long place, Instant publishedAt) {
        this.id = new Place(topic, articleId);
        this.place = place;
        this.publishedAt = publishedAt;
        this.present = true;
    }

    /** Coming back is an arrival: the old place was seen empty. */
    void comeBack(long newPlace, Instant published) {
        place = newPlace;
        publishedAt = published;
        present = true;
        leftAt = null;
    }

    void leave(Instant at) {
        present = false;
        leftAt = at;
    }

    void date(Instant published) {
        publishedAt = published;
    }

    Topic topic() {
        return id.topic();
    }

    public String articleId() {
        return id.articleId();
    }

    public boolean isPresent() {
        return present;
    }

    public Optional<Instant> leftAt() {
        return Optional.ofNullable(leftAt);
    }
}
