// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {

    static final String OURS = "/content/media/06k3r8vq00001/large";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>一<script>alert(1)</script>二</p>|<p>一二</p>",
                "<style>p {color: red}</style><p>一</p>|<p>一</p>",
                "<p>一</p><iframe src=\"https://example.com/\"></iframe>|<p>一</p>",
                "<p style=\"text-indent: 2em\" class=\"x\" onclick=\"alert(1)\">一</p>|<p>一</p>",
                "<p><span>一</span><font color=\"red\">二</font></p>|<p>一二</p>",
                "<!-- 内部说明 --><p>一</p>|<p>一</p>",
                "<object data=\"x\"></object><embed src=\"x\"><form><input></form><p>一</p>|<p>一</p>"
            })
    void whatNoFeedReaderMayShowIsGone(String html, String cleaned) {
        assertThat(Body.clean(html).html()).isEqualTo(cleaned);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>一<b>二</b>三<a href=\"https://example.com/\">四</a>五</p>",
                "<p>第一段</p><p>第二段</p>",
                "<h2>小标题</h2><blockquote><p>引文</p></blockquote>",
                "<table><tbody><tr><td colspan=\"2\">甲</td></tr></tbody></table>",
                "<p><ruby>荣<rt>róng</rt></ruby>𠅤😀</p>"
            })
    void whatIsSafeStaysToTheCharacter(String html) {
        assertThat(Body.clean(html).html()).isEqualTo(html);
    }

    @Test
    void cleaningTwiceChangesNothing() {
        String html = "<h1>题</h1><div>　　一<div>二</div></div>三<hr class=\"page-break\"><p>四 & 五 &lt;六&gt;\u00a0七</p>";

        String once = Body.clean(html).html();

        assertThat(Body.clean(once).html()).isEqualTo(once);
    }

    @Test
    void titleInsideOfTextIsOfTheSecondRank() {
        assertThat(Body.clean("<h1>小标题</h1><p>一</p>").html()).isEqualTo("<h2>小标题</h2><p>一</p>");
    }

    @Test
    void boxesBecomeParagraphs() {
        assertThat(Body.clean("<div><div>一</div><section>二</section></div>").html())
                .isEqualTo("<p>一</p><p>二</p>");
    }

    @Test
    void lazyPictureComesOutWithItsRealAddress() {
        String html = "<img src=\"https://example.com/grey.gif\" data-src=\"https://example.com/rice.jpg\" alt=\"稻谷\">";

        assertThat(Body.clean(html).html()).isEqualTo("<img src=\"https://example.com/rice.jpg\" alt=\"稻谷\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/rice.jpg",
                "//example.com/rice.jpg",
                "rice.jpg",
                "data:image/png;base64,AAAA",
                "javascript:alert(1)",
                "/content/media/06k3r8vq00001/../../desk",
                "/other/06k3r8vq00001/large",
                ""
            })
    void pictureFromElsewhereIsDropped(String address) {
        Body body = Body.clean("<p>一<img src=\"" + address + "\">二</p>");

        assertThat(body.html()).isEqualTo("<p>一二</p>");
    }

    @Test
    void ourOwnPicturesStayAndAreKnown() {
        String html = "<p>一</p><img src=\"" + OURS + "\" alt=\"稻谷\"><img src=\"" + OURS + "\">"
                + "<figure><img src=\"/content/media/06k3r8vq00002/medium\"><figcaption>说明</figcaption></figure>"
                + "<img src=\"https://example.com/rice.jpg\">";

        Body body = Body.clean(html);

        assertThat(body.html()).isEqualTo(html);
        assertThat(body.pictures()).containsExactly("06k3r8vq00001", "06k3r8vq00002");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                " javascript:alert(1)",
                "java\tscript:alert(1)",
                "data:text/html,x",
                "//example.com/",
                "vbscript:x",
                "file:///etc/passwd",
                "next.html",
                ""
            })
    void linkThatLeadsNowhereGoodIsText(String address) {
        Body body = Body.clean("<p><a href=\"" + address + "\">看</a></p>");

        assertThat(body.html()).isEqualTo("<p>看</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/",
                "http://example.com/",
                "/news/",
                "#top",
                "mailto:a@example.com",
                "tel:110"
            })
    void linkThatLeadsSomewhereStays(String address) {
        String html = "<p><a href=\"" + address + "\">看</a></p>";

        assertThat(Body.clean(html).html()).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>　　一</p>|<p>一</p>",
                "<p>&nbsp;&nbsp; 　一&nbsp;</p>|<p>一</p>",
                "<p>一&nbsp; </p><p>　</p><p>&nbsp;</p><p></p><p>二</p>|<p>一</p><p>二</p>",
                "<p>一　二</p>|<p>一　二</p>",
                "<p>　<b>一</b>　</p>|<p><b>一</b></p>"
            })
    void blanksAroundParagraphAreNoText(String html, String cleaned) {
        assertThat(Body.clean(html).html()).isEqualTo(cleaned);
    }

    @Test
    void pageIsBrokenOnlyAtTheTopLevel() {
        Body body = Body.clean("<p>一</p><hr class=\"page-break\"><p>二</p><hr><blockquote><p>三</p>"
                + "<hr class=\"page-break\"></blockquote><hr class=\"fancy\"><p>四</p>");

        assertThat(body.pages()).isEqualTo(2);
        assertThat(Body.pages(body.html()))
                .containsExactly("<p>一</p>", "<p>二</p><hr><blockquote><p>三</p><hr></blockquote><hr><p>四</p>");
    }

    @Test
    void textWithoutBreakIsOnePage() {
        assertThat(Body.clean("<p>一</p><p>二</p>").pages()).isEqualTo(1);
        assertThat(Body.clean("").pages()).isEqualTo(1);
        assertThat(Body.pages("<p>一 &amp; 二</p>三 &lt; 四")).containsExactly("<p>一 &amp; 二</p>三 &lt; 四");
    }

    @Test
    void bylineThatIsTakenIsNoLongerInTheText() {
        Body body = Body.clean("<p>　　本报讯(记者张泽青 通讯员杨郭)　金黄的<b>稻谷</b>。</p><p>二</p>");

        Byline byline = body.takeByline().orElseThrow();

        assertThat(byline.credits()).containsExactly(new Credit("记者", "张泽青"), new Credit("通讯员", "杨郭"));
        assertThat(body.html()).isEqualTo("<p>金黄的<b>稻谷</b>。</p><p>二</p>");
        assertThat(body.takeByline()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<p>金黄的稻谷。</p>", "<p>一</p><p>本报讯（记者张泽青）二</p>", "<p><b>一</b>本报讯（记者张泽青）</p>"})
    void textWithoutBylineAtItsHeadStaysAsItIs(String html) {
        Body body = Body.clean(html);

        assertThat(body.takeByline()).isEmpty();

        assertThat(body.html()).isEqualTo(html);
    }

    @Test
    void controlCharacterSpelledAsReferenceIsInTheText() {
        assertThat(Body.clean("<p>一&#8;二</p>").text()).contains("\b");
    }
}
