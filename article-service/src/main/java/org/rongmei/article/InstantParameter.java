// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** A point in time in a query string: RFC 3339. */
public final class InstantParameter {

    private InstantParameter() {}

    /** @throws Problem 400 naming the field, for what is no such time */
    public static @Nullable Instant of(String field, @Nullable String text) {
        try {
            return text == null
                    ? null
                    : bounded(OffsetDateTime.parse(text), field).toInstant();
        } catch (DateTimeParseException e) {
            throw bad(field);
        }
    }

    /** RFC 3339 has years of four digits, and no database has many more. */
    private static OffsetDateTime bounded(OffsetDateTime at, String field) {
        if (at.getYear() < 1 || at.getYear() > 9999) {
            throw bad(field);
        }
        return at;
    }

    private static Problem bad(String field) {
        return Problem.badRequest(
                field, Sentence.of("%s 应为 RFC 3339 时间。", "%s takes an RFC 3339 date and time.", field));
    }
}
