// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as they stand in feeds: Beijing time, whatever the zone and language of this Java. */
final class FeedDates {

    /** Not the zone of Shanghai, which had a summer time until 1991: the offset is written out below. */
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    private static final DateTimeFormatter RFC_822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss '+0800'", Locale.ENGLISH);
    private static final DateTimeFormatter RFC_3339 =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'+08:00'", Locale.ROOT);

    private FeedDates() {}

    /** For RSS: {@code Fri, 05 Feb 2021 10:54:22 +0800}. */
    static String rfc822(Instant instant) {
        return RFC_822.format(instant.atOffset(BEIJING));
    }

    /** For Atom and JSON Feed: {@code 2021-02-05T10:54:22+08:00}. */
    static String rfc3339(Instant instant) {
        return RFC_3339.format(instant.atOffset(BEIJING));
    }
}
