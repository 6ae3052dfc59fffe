// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class SentenceTest {

    @Test
    void argumentsAreInBothLanguages() {
        Sentence sentence = Sentence.of("共 %d 页，第 %s 页没有。", "%d pages; there is no page %s.", 3, "9");

        assertThat(sentence.chinese()).isEqualTo("共 3 页，第 9 页没有。");
        assertThat(sentence.english()).isEqualTo("3 pages; there is no page 9.");
    }

    @Test
    void withoutArgumentsPercentIsPercent() {
        Sentence sentence = Sentence.of("已完成 100%。", "100% done.");

        assertThat(sentence.english()).isEqualTo("100% done.");
    }

    @Test
    void whoeverDoesNotSayEnglishHearsChinese() {
        Sentence sentence = Sentence.of("你好", "hello");

        assertThat(sentence.in(Locale.UK)).isEqualTo("hello");
        assertThat(sentence.in(Locale.TRADITIONAL_CHINESE)).isEqualTo("你好");
        assertThat(sentence.in(Locale.FRENCH)).isEqualTo("你好");
    }
}
