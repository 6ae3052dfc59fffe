// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** The query parameter {@code at}: which moment is asked about. */
public final class At {

    private At() {}

    /** @throws Problem 400 for what is no RFC 3339 date and time */
    public static Instant orNow(@Nullable String text, InstantSource clock) {
        if (text == null) {
            return clock.instant();
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.badRequest("at", Sentence.of("at 应为 RFC 3339 时间。", "at takes an RFC 3339 date and time."));
        }
    }
}
