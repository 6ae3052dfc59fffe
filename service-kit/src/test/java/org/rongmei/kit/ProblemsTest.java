// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    @Test
    void firstLanguageThatWeSpeakIsSpoken() {
        assertThat(Problems.language(List.of(Locale.FRENCH, Locale.UK, Locale.CHINA)))
                .isEqualTo(Locale.ENGLISH);
        assertThat(Problems.language(List.of(Locale.TAIWAN, Locale.ENGLISH))).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void chineseIsSpokenToWhoeverAsksForNothingWeKnow() {
        assertThat(Problems.language(List.of())).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(Problems.language(List.of(Locale.FRENCH, Locale.ROOT))).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }
}
