// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
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
        return instant("since", since);
    }

    @Nullable
    Instant until() {
        return instant("until", until);
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

    private static @Nullable Instant instant(String field, @Nullable String text) {
        try {
            return text == null
                    ? null
                    : bounded(OffsetDateTime.parse(text), field).toInstant();
        } catch (DateTimeParseException e) {
            throw badInstant(field);
        }
    }

    /** RFC 3339 has years of four digits, and no database has many more. */
    private static OffsetDateTime bounded(OffsetDateTime at, String field) {
        if (at.getYear() < 1 || at.getYear() > 9999) {
            throw badInstant(field);
        }
        return at;
    }

    private static Problem badInstant(String field) {
        return Problem.badRequest(
                field, Sentence.of("%s 应为 RFC 3339 时间。", "%s takes an RFC 3339 date and time.", field));
    }
}
