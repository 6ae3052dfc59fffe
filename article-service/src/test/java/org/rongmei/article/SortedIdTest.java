// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedIdTest {

    static final Instant BEGINNING = Instant.parse("2020-01-01T00:00:00Z");

    @Test
    void idTellsTheMillisecondItWasMadeIn() {
        Instant fresh = timeOf(SortedId.next(BEGINNING)).plus(Duration.ofDays(1));

        long id = SortedId.next(fresh);

        assertThat(timeOf(id)).isEqualTo(fresh);
    }

    @Test
    void textSortsAsTheTimesDo() {
        Instant start = timeOf(SortedId.next(BEGINNING)).plusMillis(1);

        List<String> texts = IntStream.range(0, 500)
                .mapToObj(minute -> SortedId.format(SortedId.next(start.plus(Duration.ofMinutes(minute)))))
                .toList();

        assertThat(texts).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void manyOfOneMillisecondAreInTheOrderTheyWereMade() {
        Instant now = Instant.parse("2026-03-02T09:00:00Z");

        List<Long> ids = Stream.generate(() -> SortedId.next(now)).limit(10_000).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void clockThatGoesBackMakesNoSmallerId() {
        Instant now = Instant.parse("2026-03-02T09:00:00Z");
        long before = SortedId.next(now);

        long after = SortedId.next(now.minus(Duration.ofHours(3)));

        assertThat(after).isGreaterThan(before);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        LongStream.of(0, 1, 31, 32, 846_123_456_789_012L, Long.MAX_VALUE).forEach(id -> {
            assertThat(SortedId.format(id)).matches("[0-9a-hjkmnp-tv-z]{13}");
            assertThat(SortedId.parse(SortedId.format(id))).contains(id);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "06k3r0000000",
                "06k3r000000000",
                "06K3R00000000",
                "06k3r0000000u",
                "06k3r0000000l",
                "80000000000000",
                "8000000000000",
                "zzzzzzzzzzzzz",
                "06k3r-0000000",
                "０６ｋ３ｒ００００００００",
                "草稿草稿草稿草稿草稿草稿草"
            })
    void foreignTextIsNoId(String text) {
        assertThat(SortedId.parse(text)).isEmpty();
    }

    private static Instant timeOf(long id) {
        return BEGINNING.plusMillis(id >> 22);
    }
}
