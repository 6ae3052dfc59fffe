// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTimeTest {

    static final Instant NEW_YEAR_IN_BEIJING = Instant.parse("2025-12-31T16:00:09.999Z");

    final Locale locale = Locale.getDefault();
    final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void comeHome() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, Asia/Shanghai", "en-US, America/Los_Angeles", "th-TH-u-ca-buddhist-nu-thai, UTC"})
    void peopleReadBeijingTimeWhereverTheMachineIs(String language, String place) {
        Locale.setDefault(Locale.forLanguageTag(language));
        TimeZone.setDefault(TimeZone.getTimeZone(place));

        assertThat(PageTime.second(NEW_YEAR_IN_BEIJING)).isEqualTo("2026-01-01 00:00:09");
        assertThat(PageTime.minute(NEW_YEAR_IN_BEIJING)).isEqualTo("01-01 00:00");
        assertThat(PageTime.day(NEW_YEAR_IN_BEIJING)).isEqualTo("2026年1月1日 星期四");
        assertThat(PageTime.iso(NEW_YEAR_IN_BEIJING)).isEqualTo("2026-01-01T00:00:09+08:00");
    }
}
