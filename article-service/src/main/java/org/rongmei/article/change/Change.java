// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.change;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One line of the log: that something changed, never what it said. */
@Entity
@Table(name = "change_log")
public class Change {

    @Id
    private long sequence;

    @Enumerated(EnumType.STRING)
    private ChangeKind kind = ChangeKind.UPDATED;

    @Column(name = "article_id")
    private @Nullable Long articleId;

    @Column(name = "section_id")
    private @Nullable Long sectionId;

    private Instant at = Instant.EPOCH;

    protected Change() {} // for Jakarta Persistence

    Change(long sequence, ChangeKind kind, @Nullable Long articleId, @Nullable Long sectionId, Instant at) {
        this.sequence = sequence;
        this.kind = kind;
        this.articleId = articleId;
        this.sectionId = sectionId;
        this.at = at;
    }

    public long sequence() {
        return sequence;
    }

    public ChangeKind kind() {
        return kind;
    }

    public Optional<Long> articleId() {
        return Optional.ofNullable(articleId);
    }

    public Optional<Long> sectionId() {
        return Optional.ofNullable(sectionId);
    }

    public Instant at() {
        return at;
    }
}
