// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.SortedId;

/** One reading of one stage by one person. Never changed once it is there. */
@Entity
public class Review {

    @Id
    private long id;

    @Column(name = "article_id")
    private long articleId;

    private int round;
    private int stage;
    private String verdict = "";
    private String reviewer = "";
    private @Nullable String note;
    private Instant at = Instant.EPOCH;

    protected Review() {} // for Jakarta Persistence

    Review(long articleId, int round, int stage, Verdict verdict, String reviewer, @Nullable String note, Instant at) {
        this.id = SortedId.next(at);
        this.articleId = articleId;
        this.round = round;
        this.stage = stage;
        this.verdict = verdict.toString();
        this.reviewer = reviewer;
        this.note = note;
        this.at = at;
    }

    /** How often the reviews had begun, from 1. */
    public int round() {
        return round;
    }

    /** From 1. */
    public int stage() {
        return stage;
    }

    public boolean isApproval() {
        return verdict.equals(Verdict.APPROVE.toString());
    }

    /** A login. */
    public String reviewer() {
        return reviewer;
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    public Instant at() {
        return at;
    }
}
