// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongmei.kit.Problem;

/** What nobody would send who wanted a footer read is answered soon, or refused. */
class HostileFootersTest {

    private static final int LONG = 55_000;
    private static final Duration SOON = Duration.ofSeconds(10);

    static Stream<String> texts() {
        return Stream.of(
                        "主办：",
                        "主 办 ",
                        "主办/",
                        "版权所有",
                        "Copyright © 2009-",
                        "©2009 ",
                        "备案号",
                        "备案号:鲁ICP备",
                        "鲁ICP备 2 0 2 1 ",
                        "公安备案:",
                        "许可证",
                        "互联网新闻信息服务许可证",
                        "互联网新闻信息服务许可证（",
                        "电话：0536-",
                        "0 ",
                        "0-",
                        "电话0",
                        "地址：A ",
                        "地址 市路",
                        "a.",
                        "a@",
                        "邮箱：a.b.",
                        "关于我们 - ",
                        "甲乙 | ",
                        "由",
                        "委",
                        "【",
                        "】",
                        "【主管",
                        "(",
                        ")：",
                        "主办 诸城市委 ",
                        "诸城市委主办 ",
                        ":",
                        " ",
                        "\n",
                        "\u00a0",
                        "\u0000",
                        "\ud800",
                        "\udc00",
                        "\ufeff",
                        "https://",
                        "网址：a",
                        "-",
                        "1024:")
                .flatMap(bait -> Stream.of(
                        bait.repeat(LONG / bait.length()),
                        "主办：" + bait.repeat(LONG / bait.length()) + "\n邮编",
                        ("甲" + bait + "\n").repeat(LONG / (bait.length() + 2))));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("texts")
    void baitIsReadInTimeThatGrowsWithItsLength(String text) {
        assertTimeoutPreemptively(SOON, () -> FooterParser.parseText(text));
    }

    static Stream<String> pages() {
        return Stream.of(
                "<div>".repeat(9_900),
                "<b><table>".repeat(4_900) + "主办：青岚县融媒体中心",
                "<a href=x>".repeat(9_900),
                "<a href=/jubao>举报".repeat(9_900),
                "<img alt=可信网站 src=https://a.example/>".repeat(9_900),
                "<p style='display:none'>隐".repeat(9_900),
                "<!--".repeat(9_900),
                "<" + "a".repeat(399_000),
                "&nbsp;".repeat(59_000),
                "&#".repeat(199_000),
                "<td>主办".repeat(9_900),
                "<a href=tel:0>举报电话：".repeat(9_900));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("pages")
    void brokenHtmlIsReadInTimeThatGrowsWithItsLength(String html) {
        assertTimeoutPreemptively(SOON, () -> readOrRefused(html));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<p", "<<", "<a href='"})
    void tenMegabytesOfTagsAreRefused(String tag) {
        String html = tag.repeat(10_000_000 / tag.length());

        assertTimeoutPreemptively(
                SOON,
                () -> assertThatThrownBy(() -> FooterParser.parseHtml(html))
                        .isInstanceOfSatisfying(
                                Problem.class,
                                problem -> assertThat(problem.status()).isEqualTo(413)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void garbageIsNoField(long seed) {
        Random random = new Random(seed);
        StringBuilder garbage = new StringBuilder();
        random.ints(59_000, 0, 0x250).forEach(character -> garbage.append(character == '©' ? ' ' : (char) character));

        FooterReading.Draft text = FooterParser.parseText(garbage.toString()).register();
        FooterReading.Draft html = FooterParser.parseHtml(garbage.toString()).register();

        for (FooterReading.Draft draft : List.of(text, html)) {
            assertThat(draft.organisations()).isEmpty();
            assertThat(draft.identifiers()).isEmpty();
            assertThat(draft.contacts()).isEmpty();
        }
    }

    private static void readOrRefused(String html) {
        try {
            assertThat(FooterParser.parseHtml(html).unassigned()).isNotNull();
        } catch (Problem refused) {
            assertThat(refused.status()).isEqualTo(413);
        }
    }
}
