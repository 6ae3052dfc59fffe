// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProofReaderTest {

    /** A Wednesday. */
    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "新开工项目12个，其中水利6个，道路3个，学校2个。 | sum",
                "新开工项目12个,其中水利6个,道路3个,学校2个 | sum punctuation punctuation punctuation",
                "新开工项目12个，其中水利6个，道路4个，学校2个。 |",
                "投入120.5万元，其中财政100万元，自筹20.5万元。 |",
                "投入120.5万元（其中财政100万元，自筹20万元）。 | sum",
                "共有农户300户，其中脱贫户40户。 |",
                "项目12个，其中6个在建。投入3个亿，又有2个乡镇。 |",
                "会议定于2026年11月25日（星期三）召开。 |",
                "会议定于2026年11月25日（星期二）召开。 | weekday",
                "会议定于11月25日（周三）召开。 |",
                "会议定于11月25日(周五)召开。 | weekday punctuation punctuation",
                "将于1月1日（星期五）起施行。 |",
                "将于1月1日（星期四）起施行。 | weekday",
                "截至2026年2月30日。 | date",
                "截至2028年2月29日。 |",
                "比分是3:2，时间10:54:22，共1,200人。 |",
                "网址是http://a.example/b?c=d，请看。 |",
                "他说:好。 | punctuation",
                "时间到了. | punctuation",
                "A公司(B) 是一家。 | punctuation",
                "正在进行进行改造。 | repetition",
                "大家一起研究研究。 |",
                "干干净净的院子，高高兴兴地走。 |",
                "这是村里的的路。 | repetition",
                "这就是我们的目的的确切含义。 |",
                "哈哈哈哈，哗哗哗哗。 |",
                "他在在场。 | repetition",
            })
    void hintsAreWhatAProofReaderWouldAsk(String text, String kinds) {
        assertThat(String.join(
                        " ",
                        read("<p>" + text + "</p>").stream().map(Hint::kind).toList()))
                .isEqualTo(kinds == null ? "" : kinds);
    }

    @Test
    void placeIsInTheWordsOfTheParagraph() {
        List<Hint> hints = ProofReader.read(
                Map.of("title", "全镇会议:召开"),
                "<h2>头</h2><p>前<b>一</b>段。</p><ul><li>共<i>12</i>个，其中6个东、3个西。</li></ul>",
                TODAY);

        assertThat(hints).hasSize(2);
        assertThat(hints.get(0).field()).isEqualTo("title");
        assertThat(hints.get(0).offset()).isEqualTo(4);
        assertThat(hints.get(0).paragraph()).isNull();
        assertThat(hints.get(1).field()).isEqualTo("body");
        assertThat(hints.get(1).paragraph()).isEqualTo(2);
        assertThat(hints.get(1).offset()).isEqualTo(1);
        assertThat(hints.get(1).severity()).isEqualTo(Hint.Severity.WARNING);
        assertThat(hints.get(1).message().chinese()).isEqualTo("“其中”各项相加是9个，总数是12个。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p title=\"中文:标题,进行进行\">好。</p>",
                "<p><a href=\"/a?b=中文:12个,其中6个3个\">好</a></p>",
                "<p><img alt=\"的的\" src=\"/x\">好。</p>",
                "<p>好<!-- 进行进行 --></p>",
            })
    void nothingIsFoundInMarkup(String html) {
        assertThat(read(html)).isEmpty();
    }

    @Test
    void longTextsAreReadInTime() {
        for (String text : List.of("12个，其中", "1", "的", "中文", "2026年", "12个其中6个", "中:")) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> read("<p>" + text.repeat(500_000 / text.length()) + "</p>"));
        }
    }

    private static List<Hint> read(String html) {
        return ProofReader.read(Map.of(), html, TODAY);
    }
}
