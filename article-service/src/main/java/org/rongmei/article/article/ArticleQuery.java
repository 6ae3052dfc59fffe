// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.Caller;
import org.rongmei.article.InstantParameter;
import org.rongmei.article.Limit;
import org.rongmei.kit.Cursor;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** What a client asks a list for, as it came in the query string. */
public class ArticleQuery {

    @QueryParam("uri")
    @Nullable
    String uri;

    @QueryParam("alias")
    @Nullable
    String alias;

    @QueryParam("section")
    @Nullable
    String section;

    @QueryParam("tag")
    @Nullable
    String tag;

    @QueryParam("author")
    @Nullable
    String author;

    @QueryParam("state")
    @Nullable
    String state;

    @QueryParam("stage")
    @Nullable
    String stage;

    @QueryParam("awaiting")
    @Nullable
    String awaiting;

    @QueryParam("overdue")
    @Nullable
    String overdue;

    @QueryParam("since")
    @Nullable
    String since;

    @QueryParam("until")
    @Nullable
    String until;

    @QueryParam("fields")
    @Nullable
    String fields;

    @QueryParam("limit")
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Nullable
    String cursor;

    ArticleState state() {
        if (state == null) {
            return ArticleState.PUBLISHED;
        }
        return ArticleState.find(state)
                .orElseThrow(
                        () -> Problem.badRequest("state", Sentence.of("没有 %s 这种状态。", "There is no state %s.", state)));
    }

    /** Null for all: work waits in articles of several states. */
    @Nullable
    ArticleState stateOrAny() {
        return state == null && isWork() ? null : state();
    }

    private boolean isWork() {
        return stage != null || awaiting != null || overdue != null;
    }

    /** What readers get no list of. */
    boolean isForDesk() {
        return isWork() || state() != ArticleState.PUBLISHED;
    }

    /**
     * What has to be done with the articles that are wanted.
     *
     * @param stages how many reviews there are
     * @throws Problem 400 for what is no such work
     */
    ArticleListing.Work work(int stages, Caller caller, Instant now) {
        if (awaiting != null && !awaiting.equals("me")) {
            throw Problem.badRequest("awaiting", Sentence.of("awaiting 只能是 me。", "awaiting can only be me."));
        }
        if (overdue != null && !overdue.equals("true")) {
            throw Problem.badRequest("overdue", Sentence.of("overdue 只能是 true。", "overdue can only be true."));
        }
        return new ArticleListing.Work(
                stage == null ? null : stageNumber(stages),
                awaiting == null ? null : new ArticleListing.Reviewer(caller.login(), caller.lastReviewable(stages)),
                overdue == null ? null : now);
    }

    private int stageNumber(int stages) {
        for (int number = 1; number <= stages; number++) {
            if (Integer.toString(number).equals(stage)) {
                return number;
            }
        }
        throw Problem.badRequest("stage", Sentence.of("stage 应为 1 至 %s。", "stage takes 1 to %s.", stages));
    }

    int limit() {
        return Limit.of(limit);
    }

    boolean isFull() {
        if (fields != null && !fields.equals("full")) {
            throw Problem.badRequest("fields", Sentence.of("fields 只能是 full。", "fields can only be full."));
        }
        return fields != null;
    }

    @Nullable
    Instant since() {
        return InstantParameter.of("since", since);
    }

    @Nullable
    Instant until() {
        return InstantParameter.of("until", until);
    }

    ArticleListing.@Nullable Position position() {
        if (cursor == null) {
            return null;
        }
        Cursor parsed = Cursor.parse(cursor, 2);
        return new ArticleListing.Position(Instant.EPOCH.plus(parsed.number(0), ChronoUnit.MICROS), parsed.number(1));
    }

    static Cursor cursor(Article last) {
        return Cursor.at(ChronoUnit.MICROS.between(Instant.EPOCH, last.listedAt()), last.id());
    }
}
