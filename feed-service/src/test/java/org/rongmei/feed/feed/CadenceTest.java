// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {

    @ParameterizedTest
    @CsvSource({"PT1S, PT1M", "PT4M, PT1M", "PT20M, PT5M", "PT50M, PT12M30S", "PT1H, PT15M", "P90D, PT15M"})
    void readersAreToldToWaitForPartOfTheUsualPause(Duration pause, Duration maxAge) {
        assertThat(Cadence.maxAge(every(pause, 50))).isEqualTo(maxAge);
    }

    @Test
    void nobodyKnowsHowOftenThereIsSomethingWhereThereWasOneThing() {
        assertThat(Cadence.maxAge(List.of())).isEqualTo(Cadence.UNKNOWN);
        assertThat(Cadence.maxAge(every(Duration.ofDays(1), 1))).isEqualTo(Cadence.UNKNOWN);
    }

    private static List<Feed.Entry> every(Duration pause, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    FeedFixture.EntryFixture entry = FeedFixture.entry("e" + number);
                    entry.published = FeedFixture.MONDAY.minus(pause.multipliedBy(number));
                    return entry.entry();
                })
                .toList();
    }
}
