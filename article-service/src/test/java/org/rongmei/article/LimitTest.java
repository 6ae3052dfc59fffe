// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongmei.kit.Problem;

class LimitTest {

    @Test
    void withoutNumberPageHasTwenty() {
        assertThat(Limit.of(null)).isEqualTo(20);
    }

    @Test
    void numberFromOneToHundredIsTaken() {
        assertThat(Limit.of("1")).isEqualTo(1);
        assertThat(Limit.of("100")).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "", "ten", "20.0", " 20", "99999999999"})
    void anythingElseIsRefusedRatherThanClamped(String text) {
        assertThatThrownBy(() -> Limit.of(text))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(400));
    }
}
