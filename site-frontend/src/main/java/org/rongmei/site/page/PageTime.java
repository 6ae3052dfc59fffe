// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them: in Beijing, whatever the zone of this Java. */
final class PageTime {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日 EEEE", Locale.CHINA);
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private PageTime() {}

    static String second(Instant instant) {
        return SECOND.format(instant.atZone(BEIJING));
    }

    static String minute(Instant instant) {
        return MINUTE.format(instant.atZone(BEIJING));
    }

    static String day(Instant instant) {
        return DAY.format(instant.atZone(BEIJING));
    }

    static String iso(Instant instant) {
        return ISO.format(instant.atZone(BEIJING));
    }
}
