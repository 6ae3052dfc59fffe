// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rongmei.kit.Problem;

/** Pages made to take time: whatever two megabytes hold, they are answered or refused within a second. */
class HostilePagesTest {

    private static final int LARGEST = 1_900_000;
    /** Five times what is promised: this is no benchmark, and the machine may be busy. What is quadratic takes minutes. */
    private static final long PATIENCE_MILLISECONDS = 5_000;

    static Stream<Named<String>> pages() {
        return Stream.of(
                page("open tags", "<b>"),
                page("open tags of many kinds", "<div><p><b><i><a href=x><table>"),
                page("formatting that is opened anew", "<b a=1><i b=2><u c=3><p>"),
                page("ends without beginnings", "</div></p></b>"),
                page("angle brackets", "<"),
                page("quotes", "<a href=\""),
                page("comments", "<!--"),
                page("entities", "&nbsp;&amp&#x41;"),
                page("tables in tables", "<table><tr><td>"),
                page("selects", "<select><option>"),
                page("attributes", " a=1 b=2"),
                page("digits", "1"),
                page("digits and spaces", "1 "),
                page("filings", "鲁ICP备2024031415号-1 "),
                page("filings that never end", "ICP备 "),
                page("filings without a sign", "鲁ICP备2024 "),
                page("police filings", "公网安备 37079902000123"),
                page("licences", "互 联 网 新 闻 信 息 服 务 许 可 证 "),
                page("licences with brackets", "新闻信息服务许可证((((("),
                page("reports", "举报"),
                page("reports with numbers", "举报 0536-0000123 - "),
                page("reports in one link", "<a href=http://a.example>举报举报举报举报举报举报举报举报举报举报举报举报"),
                page("links", "<a href=#1>1</a>"),
                page("addresses", "a@b.c"),
                page("dashes", "- - "),
                page("han", "备案号"),
                page("colons", "主管:主办:"),
                page("labels with spaces", "主 办 "),
                page("spaces", " "),
                page("line breaks", "\n"),
                page("style rules", "<style>a{b:c}"),
                page("styles", "<p style=\"color:#fff;color:rgb(1,1,1);font-size:0\">a"),
                page("classes", "<p class=\"a b c d e f g\">"),
                page("headings", "<h1><h2>"),
                Named.of("one style with all braces", "<style>" + "{".repeat(LARGEST) + "</style>"),
                Named.of("one style with all rules", "<style>" + ".a{color:red}".repeat(LARGEST / 13) + "</style>"),
                Named.of("one long style", "<p style=\"" + "color:red;".repeat(LARGEST / 10) + "\">鲁ICP备2024031415号"),
                Named.of("one long class", "<p class=\"" + "a ".repeat(LARGEST / 2) + "\">鲁ICP备2024031415号"),
                Named.of("one long address", "<a href=\"https://" + "a.".repeat(LARGEST / 2) + "\">举报</a>"),
                Named.of("one tag with all attributes", "<p " + attributes() + ">鲁ICP备2024031415号"),
                Named.of("one tag that never ends", "<p " + attributes()),
                Named.of("one value that never ends", "<a href='" + "x".repeat(LARGEST)),
                Named.of("one name that never ends", "<" + "x".repeat(LARGEST)),
                Named.of(
                        "many tags with many attributes",
                        ("<p " + "a b c d e f g h i j k l m n o ".repeat(2) + ">").repeat(25_000)),
                Named.of("garbage", garbage()));
    }

    private static Named<String> page(String name, String piece) {
        // As long as is taken: there are limits of tags and of text, and the worst is just below them.
        long tags =
                Math.max(1, piece.chars().filter(character -> character == '<').count());
        int times = (int) Math.min(29_000 / tags, 299_000 / piece.length());
        return Named.of(name, piece.repeat(piece.startsWith("<") ? (int) (29_000 / tags) : times));
    }

    private static String attributes() {
        StringBuilder attributes = new StringBuilder(LARGEST);
        for (int number = 0; attributes.length() < LARGEST - 100; number++) {
            attributes.append('a').append(number).append(' ');
        }
        return attributes.toString();
    }

    private static String garbage() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder(LARGEST);
        random.ints(299_000, 0, 0x10000).forEach(character -> text.append((char) character));
        return text.toString();
    }

    private static long worst;

    /** For docs/performance.md. */
    @AfterAll
    static void say() throws IOException {
        Files.writeString(Path.of("target", "hostile-pages.txt"), "slowest page: " + worst + " ms\n");
    }

    @BeforeAll
    static void warm() {
        Pages.check(Pages.read("home.html"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageIsAnsweredOrRefused(String html) {
        long begin = System.nanoTime();

        int findings = -1;
        try {
            findings = Pages.check(html).size();
        } catch (Problem refused) {
            assertThat(refused.status()).isEqualTo(413);
        }

        long took = (System.nanoTime() - begin) / 1_000_000;
        worst = Math.max(worst, took);
        assertThat(findings).isLessThan(1_000);
        assertThat(took).isLessThan(PATIENCE_MILLISECONDS);
    }
}
