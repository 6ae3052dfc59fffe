// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void whatGoesOutComesBack() {
        Cursor sent = Cursor.at(1_772_413_200_000_001L, -7, "乡镇 / towns");

        Cursor returned = Cursor.parse(sent.toString(), 3);

        assertThat(returned).isEqualTo(sent);
        assertThat(returned.number(0)).isEqualTo(1_772_413_200_000_001L);
        assertThat(returned.number(1)).isEqualTo(-7);
        assertThat(returned.key()).endsWith("乡镇 / towns");
    }

    @Test
    void textFitsIntoQueryStringAsItIs() {
        assertThat(Cursor.at("???>>>~~~", "ÿÿÿ").toString()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "page 2", "AAAA", "MQoyCjM", "中文", "MQ==="})
    void foreignTextIsRefused(String text) {
        assertIsRefused(() -> Cursor.parse(text, 2));
    }

    @Test
    void cursorOfAnotherListIsRefused() {
        String shorter = Cursor.at(1).toString();

        assertIsRefused(() -> Cursor.parse(shorter, 2));
    }

    @Test
    void textWhereNumberBelongsIsRefused() {
        Cursor cursor = new Cursor(List.of("1", "x", ""));

        assertIsRefused(() -> cursor.number(1));
        assertIsRefused(() -> cursor.number(2));
    }

    private static void assertIsRefused(ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.view(Locale.ENGLISH, "/x").errors())
                    .singleElement()
                    .extracting(Problem.FieldError::field)
                    .isEqualTo("cursor");
        });
    }
}
