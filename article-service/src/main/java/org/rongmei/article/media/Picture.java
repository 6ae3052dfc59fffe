// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A picture and the words that go with it. Its pixels never change: another picture is another id. */
@Entity
class Picture {

    @Id
    private long id;

    @Version
    private long version;

    private String type = "";
    private int width;
    private int height;
    private String alt = "";
    private @Nullable String caption;
    private @Nullable String credit;

    @Column(name = "uploaded_by")
    private String uploadedBy = "";

    @Column(name = "uploaded_at")
    private Instant uploadedAt = Instant.EPOCH;

    protected Picture() {} // for Jakarta Persistence

    Picture(long id, Darkroom.Developed developed, PictureWords words, String uploadedBy, Instant uploadedAt) {
        this.id = id;
        this.type = developed.type();
        this.width = developed.width();
        this.height = developed.height();
        this.uploadedBy = uploadedBy;
        this.uploadedAt = uploadedAt;
        describe(words);
    }

    void describe(PictureWords words) {
        alt = words.alt();
        caption = words.caption();
        credit = words.credit();
    }

    long id() {
        return id;
    }

    long version() {
        return version;
    }

    String type() {
        return type;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    String alt() {
        return alt;
    }

    Optional<String> caption() {
        return Optional.ofNullable(caption);
    }

    Optional<String> credit() {
        return Optional.ofNullable(credit);
    }

    Instant uploadedAt() {
        return uploadedAt;
    }
}
