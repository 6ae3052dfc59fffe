// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void characterThatChangedIsMarkedAndNothingElse() {
        assertThat(Difference.html(List.of("全村六十二户通水。", "不变。"), List.of("全村二十六户通水。", "不变。", "新的一段。")))
                .isEqualTo("<p>全村<del>六十</del>二<ins>十六</ins>户通水。</p>\n<p>不变。</p>\n" + "<p><ins>新的一段。</ins></p>\n");
        assertThat(Difference.html(List.of("鲁"), List.of("鲁"))).isEqualTo("<p>鲁</p>\n");
        assertThat(Difference.html(List.of(), List.of("新"))).isEqualTo("<p><ins>新</ins></p>\n");
    }

    @Test
    void markupIsText() {
        assertThat(Difference.html(List.of("a<b>"), List.of("a<i>&")))
                .doesNotContain("<b>")
                .doesNotContain("<i>")
                .contains("&lt;")
                .contains("&amp;");
    }

    @Test
    void rareCharactersAreNotCutInTwo() {
        String rare = "𪩘".repeat(2_000);

        assertThat(Difference.html(List.of(rare), List.of(rare)).codePoints().filter(c -> c == "𪩘".codePointAt(0)))
                .hasSize(2_000);
    }

    @Test
    void wholeTextThatIsAnotherIsToldInTime() {
        List<String> before = Collections.nCopies(2_000, "稻谷秋收".repeat(20));
        List<String> after = Collections.nCopies(2_000, "茶园验收合作".repeat(20));

        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThat(Difference.html(before, after)).contains("<del>"));
    }
}
