// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongmei.siteinfo.Finding;
import org.rongmei.siteinfo.Severity;

class PageCheckTest {

    /** The facts of the reference page's footer, as its site showed them: with two labels that have nothing behind them. */
    private static final String REFERENCE = """
            <html lang="zh-CN"><head><title>诸城新闻网</title></head><body><h1>诸城新闻网</h1><p>正文</p>
            <h2>新闻排行</h2><h2>精彩热图</h2><h2>娱乐新闻</h2>
            <div class="footer"><p>关于我们 - 版权声明</p>
            <p>新闻信息服务许可证&nbsp;&nbsp;备案号:鲁ICP备2021025553号-1&nbsp;&nbsp;主管:中共诸城市委宣传部</p>
            <p>版权所有:诸城市融媒体中心&nbsp;&nbsp;地址:诸城市和平街173号 邮编:262200&nbsp;安全狗网站安全检测</p></div>
            </body></html>""";

    private static List<Finding> check(String html, PageKind kind, String at) {
        return PageCheck.of(html, new Occasion(kind, Optional.empty()), Instant.parse(at));
    }

    private static Finding one(List<Finding> findings, String id) {
        return findings.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void filmWithoutALicenceIsFound() {
        String film = REFERENCE.replace("<p>正文</p>", "<video src=\"/1.mp4\" controls></video>");
        Finding finding = one(check(film, PageKind.HOME, "2026-03-02T09:00:00Z"), "AV_LICENCE_MISSING");

        assertThat(finding.law()).isEqualTo(new Finding.Law("互联网视听节目服务管理规定", null));
        assertThat(finding.offset()).isEqualTo(film.indexOf("<video"));
        assertThat(check(
                        film.replace("正文", "").replace("<h2>新闻排行", "<p>信息网络传播视听节目许可证：1524007</p><h2>新闻排行"),
                        PageKind.HOME,
                        "2026-03-02T09:00:00Z"))
                .extracting(Finding::id)
                .doesNotContain("AV_LICENCE_MISSING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<label>词<input name=q></label>",
                "<label for=q>词</label><input id=q>",
                "<input aria-label=词>",
                "<input type=hidden name=a>",
                "<button>搜索</button><input type=submit value=搜索>",
                "<label>类<select><option>甲</select></label>",
            })
    void fieldWithALabelIsFine(String field) {
        assertThat(check(REFERENCE.replace("正文", field), PageKind.HOME, "2026-03-02T09:00:00Z"))
                .extracting(Finding::id)
                .doesNotContain("LABEL_MISSING");
    }

    @Test
    void referencePageLacksWhatItLacksUnderItsLaws() {
        List<Finding> findings = check(REFERENCE, PageKind.HOME, "2026-03-02T09:00:00Z");

        assertThat(findings)
                .extracting(Finding::id)
                .containsExactlyInAnyOrder(
                        "NEWS_LICENCE_NUMBER_MISSING",
                        "PSB_MISSING",
                        "REPORT_CHANNEL_MISSING",
                        "PRIVACY_POLICY_LINK_MISSING",
                        "LINK_12377_MISSING",
                        "ICP_LINK_MISSING",
                        "HEADING_EMPTY",
                        "HEADING_EMPTY");
        assertThat(one(findings, "NEWS_LICENCE_NUMBER_MISSING").law())
                .isEqualTo(new Finding.Law("互联网新闻信息服务管理规定", "第十八条"));
        assertThat(one(findings, "NEWS_LICENCE_NUMBER_MISSING").penalty()).isNotNull();
        assertThat(one(findings, "NEWS_LICENCE_NUMBER_MISSING").offset()).isEqualTo(REFERENCE.indexOf("新闻信息服务许可证"));
        assertThat(one(findings, "PSB_MISSING").law()).isEqualTo(new Finding.Law("计算机信息网络国际联网安全保护管理办法", "第十二条"));
        assertThat(one(findings, "REPORT_CHANNEL_MISSING").law()).isEqualTo(new Finding.Law("网络安全法", "第五十一条"));
        assertThat(one(findings, "PRIVACY_POLICY_LINK_MISSING").law()).isEqualTo(new Finding.Law("个人信息保护法", "第十七条"));
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31T15:59:59Z, 第四十九条", "2025-12-31T16:00:00Z, 第五十一条", "2017-06-01T00:00:00Z, 第四十九条"})
    void articleIsThatOfTheVersionInForce(String at, String article) {
        Finding finding = one(check(REFERENCE, PageKind.HOME, at), "REPORT_CHANNEL_MISSING");

        assertThat(finding.law()).isEqualTo(new Finding.Law("网络安全法", article));
    }

    @Test
    void nobodyBrokeALawThatWasNotThereYet() {
        assertThat(check(REFERENCE, PageKind.HOME, "2016-01-01T00:00:00Z"))
                .extracting(Finding::id)
                .contains("ICP_LINK_MISSING", "PSB_MISSING")
                .doesNotContain("REPORT_CHANNEL_MISSING", "PRIVACY_POLICY_LINK_MISSING", "HEADING_EMPTY");
    }

    @ParameterizedTest
    @CsvSource({"HOME, ERROR", "ARTICLE, WARNING", "OTHER, WARNING"})
    void whatTheHomePageMustShowIsAWarningElsewhere(PageKind kind, Severity severity) {
        Finding finding = one(check("<p>空</p>", kind, "2026-03-02T09:00:00Z"), "ICP_MISSING");

        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.offset()).isNull();
    }

    @Test
    void labelWithoutANumberIsAnErrorOnAnyPage() {
        Finding finding =
                one(check(REFERENCE, PageKind.ARTICLE, "2026-03-02T09:00:00Z"), "NEWS_LICENCE_NUMBER_MISSING");

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.excerpt()).contains("新闻信息服务许可证");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<span>鲁ICP</span><b>备2024</b>031415号-1",
                "鲁 ICP备 2024031415 号 － 1",
                "鲁ＩＣＰ备２０２４０３１４１５号",
                "鲁icp备2024031415号-1",
                "<a>鲁ICP备2024&#48;31415号-1</a>",
                "经营许可证 鲁B2-20240314",
                "京ICP证030173号"
            })
    void numberIsSeenHoweverItIsWritten(String written) {
        assertThat(check("<p>" + written + "</p>", PageKind.HOME, "2026-03-02T09:00:00Z"))
                .extracting(Finding::id)
                .doesNotContain("ICP_MISSING", "ICP_MALFORMED");
    }

    @Test
    void newsAboutLicencesIsNoLabel() {
        assertThat(check("<p>互联网新闻信息服务许可证的有效期为三年。</p>", PageKind.ARTICLE, "2026-03-02T09:00:00Z"))
                .filteredOn(finding -> finding.id().equals("NEWS_LICENCE_NUMBER_MISSING"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.offset()).isNull());
    }

    @Test
    void samePageGetsTheSameAnswer() {
        assertThat(check(REFERENCE, PageKind.HOME, "2026-03-02T09:00:00Z"))
                .isEqualTo(check(REFERENCE, PageKind.HOME, "2026-03-02T09:00:00Z"));
    }

    @Test
    void offsetCountsInTheHtmlThatWasSent() {
        String html = "<html lang=zh><title>𠮷</title><p>&nbsp;𠮷&amp;&nbsp;&nbsp;东ICP备2024031415号</p>";

        Finding finding = one(check(html, PageKind.HOME, "2026-03-02T09:00:00Z"), "ICP_MALFORMED");

        assertThat(html.substring(finding.offset())).startsWith("东ICP备");
    }
}
