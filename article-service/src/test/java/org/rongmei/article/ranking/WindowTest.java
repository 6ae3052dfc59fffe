// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.rongmei.kit.Problem;

class WindowTest {

    /** 00:30 on the 24th in Beijing. */
    private static final Instant AFTER_MIDNIGHT = Instant.parse("2026-11-23T16:30:00Z");

    @Test
    void dayIsTheLastTwentyFourHoursSoThatMidnightEmptiesNoRanking() {
        assertThat(Window.DAY.begin(AFTER_MIDNIGHT)).isEqualTo(Instant.parse("2026-11-22T17:00:00Z"));
    }

    @Test
    void weekAndMonthAreDaysOfBeijingWithToday() {
        assertThat(Window.WEEK.begin(AFTER_MIDNIGHT)).isEqualTo(Instant.parse("2026-11-17T16:00:00Z"));
        assertThat(Window.MONTH.begin(AFTER_MIDNIGHT)).isEqualTo(Instant.parse("2026-10-25T16:00:00Z"));
    }

    @Test
    void everythingThatAWindowNeedsIsKept() {
        for (Window window : Window.values()) {
            assertThat(window.span().oldest(AFTER_MIDNIGHT)).isBefore(window.begin(AFTER_MIDNIGHT));
        }
    }

    @Test
    void windowIsADayUnlessSaidOtherwiseAndNoOtherThanTheThree() {
        assertThat(Window.of(null)).isEqualTo(Window.DAY);
        assertThat(Window.of("month")).isEqualTo(Window.MONTH);
        assertThatThrownBy(() -> Window.of("Week")).isInstanceOf(Problem.class);
    }
}
