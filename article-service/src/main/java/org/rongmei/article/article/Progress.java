// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import static org.rongmei.article.article.ArticleState.APPROVED;
import static org.rongmei.article.article.ArticleState.DRAFT;
import static org.rongmei.article.article.ArticleState.IN_REVIEW;
import static org.rongmei.article.article.ArticleState.PUBLISHED;
import static org.rongmei.article.article.ArticleState.SCHEDULED;
import static org.rongmei.article.article.ArticleState.WITHDRAWN;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.review.Verdict;

/**
 * How far the text that is being worked on has got: from its draft through 初审, 复审 and 终审 to its publication. For a
 * published article that is its new version, while readers have the old one. Whether it may go there is {@link Move}'s
 * business.
 */
@Embeddable
class Progress {

    @Column(name = "desk_state")
    private ArticleState state = DRAFT;

    /** The review that it waits for, from 1; 0 when it waits for none. */
    private int stage;

    /** How often its reviews have begun. */
    private int round;

    @Column(name = "scheduled_for")
    private @Nullable Instant scheduledFor;

    /** Until when a text that was published in an emergency has to have its reviews. */
    @Column(name = "reviews_due_at")
    private @Nullable Instant reviewsDueAt;

    protected Progress() {} // for Jakarta Persistence

    static Progress draft() {
        return new Progress();
    }

    static Progress published() {
        Progress progress = new Progress();
        progress.state = PUBLISHED;
        return progress;
    }

    /** What was changed after it was handed in goes back to the first stage. */
    void written() {
        if (state == PUBLISHED) {
            to(DRAFT, 0);
        } else if (state != DRAFT) {
            begin();
        }
    }

    void submit() {
        begin();
    }

    private void begin() {
        round++;
        to(IN_REVIEW, 1);
    }

    void takeBack() {
        to(DRAFT, 0);
    }

    void review(Verdict verdict, int stages) {
        if (isLate()) {
            reviewLate(verdict, stages);
        } else if (verdict == Verdict.RETURN) {
            to(DRAFT, 0);
        } else if (stage < stages) {
            stage++;
        } else {
            to(APPROVED, 0);
        }
    }

    /** What is published already is not returned: the note stands, and what has to be done is a withdrawal or an edit. */
    private void reviewLate(Verdict verdict, int stages) {
        if (verdict == Verdict.RETURN) {
            return;
        }
        if (stage < stages) {
            stage++;
        } else {
            stage = 0;
            reviewsDueAt = null;
        }
    }

    void schedule(Instant at) {
        to(SCHEDULED, 0);
        scheduledFor = at;
    }

    void cancel() {
        to(APPROVED, 0);
    }

    /** Approved by all whose approval it takes. */
    void publish() {
        to(PUBLISHED, 0);
        reviewsDueAt = null;
    }

    /** Before its reviews: they have to come by the time given. */
    void publishAtOnce(Instant dueAt) {
        if (state == APPROVED || state == SCHEDULED) {
            publish();
            return;
        }
        if (stage == 0) {
            round++;
        }
        to(PUBLISHED, Math.max(1, stage));
        reviewsDueAt = dueAt;
    }

    /**
     * A new version stays where it is; but what is scheduled would bring the article back at its time. The reviews that
     * an emergency owes are still owed, or whoever withdraws and restores could do without them.
     */
    void withdraw() {
        if (state == PUBLISHED) {
            state = WITHDRAWN;
        } else if (state == SCHEDULED) {
            cancel();
        }
    }

    /** As it was withdrawn; a new version that is on its way goes on being on its way. */
    void restore() {
        if (state == WITHDRAWN) {
            state = PUBLISHED;
        }
    }

    private void to(ArticleState next, int nextStage) {
        state = next;
        stage = nextStage;
        scheduledFor = null;
    }

    ArticleState state() {
        return state;
    }

    /** Whether it is what readers see (or saw): nothing new is on its way. */
    boolean isSettled() {
        return state == PUBLISHED || state == WITHDRAWN;
    }

    boolean isApproved() {
        return state == APPROVED || state == SCHEDULED;
    }

    boolean isLate() {
        return state == PUBLISHED && stage > 0;
    }

    /** The review that it waits for, from 1. */
    Optional<Integer> stage() {
        return stage == 0 ? Optional.empty() : Optional.of(stage);
    }

    int round() {
        return round;
    }

    Optional<Instant> scheduledFor() {
        return Optional.ofNullable(scheduledFor);
    }

    Optional<Instant> reviewsDueAt() {
        return Optional.ofNullable(reviewsDueAt);
    }
}
