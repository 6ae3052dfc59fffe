// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.ranking;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** How far back a ranking looks: 24 hours, or 7 or 30 days of Beijing's with today. */
enum Window {
    DAY(Span.HOUR, 23),
    WEEK(Span.DAY, 6),
    MONTH(Span.DAY, 29);

    /** What readings are added up in. */
    enum Span {
        HOUR(ChronoUnit.HOURS, 3),
        DAY(ChronoUnit.DAYS, 400);

        private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

        private final ChronoUnit unit;
        private final int daysKept;

        Span(ChronoUnit unit, int daysKept) {
            this.unit = unit;
            this.daysKept = daysKept;
        }

        Instant begin(Instant at, int ago) {
            return ZonedDateTime.ofInstant(at, BEIJING)
                    .truncatedTo(unit)
                    .minus(ago, unit)
                    .toInstant();
        }

        /** The begin of the oldest that is kept. */
        Instant oldest(Instant now) {
            return now.minus(daysKept, ChronoUnit.DAYS);
        }

        /** As in the database. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Span span;
    private final int before;

    Window(Span span, int before) {
        this.span = span;
        this.before = before;
    }

    Span span() {
        return span;
    }

    Instant begin(Instant now) {
        return span.begin(now, before);
    }

    /** @throws Problem 400 for anything but the three */
    static Window of(@Nullable String text) {
        if (text == null) {
            return DAY;
        }
        return Arrays.stream(values())
                .filter(window -> window.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "window", Sentence.of("window 应为 day、week 或 month。", "window takes day, week or month.")));
    }

    /** As in a query: {@code week}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
