// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FooterParserTest {

    private static final double ENOUGH = 0.95;

    @ParameterizedTest
    @ValueSource(strings = {"first", "second", "third"})
    void nearlyEveryFactIsReadAndNearlyNothingElse(String set) {
        List<SampleFooter> footers = SampleFooter.in(set);

        Score score = Score.of(footers);

        assertThat(score.fields())
                .as(String.join("\n", score.mistakes()) + "\n" + score.table())
                .allSatisfy((field, count) -> {
                    assertThat(count.precision()).as(field).isGreaterThanOrEqualTo(ENOUGH);
                    assertThat(count.recall()).as(field).isGreaterThanOrEqualTo(ENOUGH);
                });
    }
}
