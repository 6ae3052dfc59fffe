// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedDatesTest {

    static final Instant NEW_YEAR_IN_BEIJING = Instant.parse("2025-12-31T16:00:00.999Z");

    final Locale locale = Locale.getDefault();
    final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void comeHome() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, Asia/Shanghai",
        "en-US, America/Los_Angeles",
        "ar-EG-u-nu-arab, UTC",
        "th-TH-u-ca-buddhist-nu-thai, Pacific/Apia"
    })
    void beijingTimeIsWrittenWhereverTheMachineIs(String language, String place) {
        Locale.setDefault(Locale.forLanguageTag(language));
        TimeZone.setDefault(TimeZone.getTimeZone(place));

        assertThat(FeedDates.rfc822(NEW_YEAR_IN_BEIJING)).isEqualTo("Thu, 01 Jan 2026 00:00:00 +0800");
        assertThat(FeedDates.rfc3339(NEW_YEAR_IN_BEIJING)).isEqualTo("2026-01-01T00:00:00+08:00");
    }

    @Test
    void summerIsNoDifferent() {
        assertThat(FeedDates.rfc3339(Instant.parse("2026-07-15T04:05:06Z"))).isEqualTo("2026-07-15T12:05:06+08:00");
    }
}
