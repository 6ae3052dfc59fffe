// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** An instant in a query: which moment is asked about. */
public final class At {

    private At() {}

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** @throws Problem 400 for what is no RFC 3339 date and time, or one that no database keeps */
    public static Instant parse(String field, String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            throw refused(field);
        }
        throw refused(field);
    }

    private static Problem refused(String field) {
        return Problem.badRequest(
                field, Sentence.of("%s 应为 RFC 3339 时间。", "%s takes an RFC 3339 date and time.", field));
    }
}
