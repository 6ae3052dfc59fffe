// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    private final Tally tally = new Tally(100);

    @Test
    void readerCountsOnceInTenMinutesPerArticle() {
        assertThat(tally.count(1, "张", NOON)).isTrue();
        assertThat(tally.count(1, "张", NOON.plus(Tally.PAUSE).minusMillis(1))).isFalse();
        assertThat(tally.count(2, "张", NOON)).isTrue();
        assertThat(tally.count(1, "李", NOON)).isTrue();
        assertThat(tally.count(1, "张", NOON.plus(Tally.PAUSE))).isTrue();

        assertThat(tally.take()).isEqualTo(Map.of(1L, 3L, 2L, 1L));
    }

    @Test
    void whatWasTakenIsNotTakenAgainUnlessItIsGivenBack() {
        tally.count(1, "张", NOON);
        Map<Long, Long> taken = tally.take();

        assertThat(tally.take()).isEmpty();

        tally.count(1, "李", NOON);
        tally.giveBack(taken);

        assertThat(tally.take()).isEqualTo(Map.of(1L, 2L));
    }

    @Test
    void floodOfReadersIsCountedWithBoundedMemory() {
        for (int reader = 0; reader < 1_000; reader++) {
            tally.count(1, "reader " + reader, NOON.plus(Duration.ofMillis(reader)));
        }

        assertThat(tally.take()).isEqualTo(Map.of(1L, 1_000L));
        assertThat(tally.count(1, "reader 999", NOON.plusSeconds(2))).isFalse();
        assertThat(tally.count(1, "reader 0", NOON.plusSeconds(2))).isTrue();
    }
}
