// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.footer;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongmei.siteinfo.register.Register;

class FooterTest {

    @ParameterizedTest
    @ValueSource(strings = {"", ", \"number\": null", ", \"number\": \"\"", ", \"number\": \"　\""})
    void labelWithoutNumberIsLeftOut(String number) {
        Footer footer = footer("\"identifiers\": [{\"kind\": \"icp-record\"%s}]".formatted(number));

        assertThat(footer.lines()).isEmpty();
    }

    @Test
    void numberStandsWithItsHolderItsKindsAndItsLink() {
        Footer footer = footer("""
                "identifiers": [
                  {"kind": "news-licence", "number": "43120200001", "holder": "青岚县融媒体中心", "categories": ["互联网站", "公众账号"]},
                  {"kind": "icp-record", "number": "湘ICP备20012345号-1", "url": "https://beian.miit.gov.cn/"},
                  {"kind": "other", "label": "地图审图号", "number": "湘S(2026)001号"}]
                """);

        assertThat(onlyLine(footer))
                .containsExactly(
                        item("互联网新闻信息服务许可证", "43120200001", null, "青岚县融媒体中心，互联网站，公众账号"),
                        item("备案号", "湘ICP备20012345号-1", "https://beian.miit.gov.cn/", null),
                        item("地图审图号", "湘S(2026)001号", null, null));
    }

    @Test
    void whoeverAnswersForTheContentComesBeforeWhoeverOwnsIt() {
        Footer footer = footer("""
                "organisations": [{"role": "copyright-holder", "name": "传媒公司"}, {"role": "supervisor", "name": "宣传部"},
                                  {"role": "sponsor", "name": "融媒体中心"}],
                "address": {"text": "岚江路 1 号", "postcode": "427000"}
                """);

        assertThat(footer.lines())
                .containsExactly(
                        List.of(item("主管", "宣传部", null, null), item("主办", "融媒体中心", null, null)),
                        List.of(
                                item("版权所有", "传媒公司", null, null),
                                item("地址", "岚江路 1 号", null, null),
                                item("邮编", "427000", null, null)));
    }

    @ParameterizedTest
    @CsvSource({
        "phone, 0744-123 4567, 电话, 0744-123 4567, tel:07441234567",
        "phone, (0744)1234567转801, 电话, (0744)1234567转801, tel:07441234567",
        "report-phone, +86 744 1234567, 举报电话, +86 744 1234567, tel:+867441234567",
        "email, a@example.com, 电子邮箱, a@example.com, mailto:a@example.com",
        "report-email, b@example.com, 举报邮箱, b@example.com, mailto:b@example.com",
        "fax, 0744-1, 传真, 0744-1,",
        "report-url, https://news.example/report, , 举报入口, https://news.example/report",
        "report-url, https://www.12377.cn/, , 12377举报中心, https://www.12377.cn/",
        "report-url, https://12377.cn.example/, , 举报入口, https://12377.cn.example/",
        "privacy-url, /privacy/, , 隐私政策, /privacy/"
    })
    void contactIsOneStepAway(String kind, String value, @Nullable String label, String shown, @Nullable String href) {
        Footer footer = footer("\"contacts\": [{\"kind\": \"%s\", \"value\": \"%s\"}]".formatted(kind, value));

        assertThat(onlyLine(footer)).containsExactly(item(label, shown, href, null));
    }

    @ParameterizedTest
    @CsvSource({
        "page, https://example.com/about, https://example.com/about",
        "page, /about/, /about/",
        "section, news/towns, /news/towns/",
        "action, favourite, /subscribe/#favourite"
    })
    void navigationLeadsToPagesSectionsAndExplanations(String kind, String target, String href) {
        Footer footer = footer(
                "\"navigation\": [{\"label\": \"看\", \"kind\": \"%s\", \"target\": \"%s\"}]".formatted(kind, target));

        assertThat(footer.navigation()).containsExactly(new Footer.Link("看", href));
    }

    @Test
    void badgeIsLinkedWhereItHasAddress() {
        Footer footer =
                footer("\"badges\": [{\"text\": \"举报\", \"url\": \"https://www.12377.cn/\"}, {\"text\": \"文明网站\"}]");

        assertThat(footer.badges())
                .containsExactly(item(null, "举报", "https://www.12377.cn/", null), item(null, "文明网站", null, null));
    }

    private static List<Footer.Item> onlyLine(Footer footer) {
        assertThat(footer.lines()).hasSize(1);
        return footer.lines().get(0);
    }

    private static Footer.Item item(
            @Nullable String label, String value, @Nullable String href, @Nullable String note) {
        return new Footer.Item(label, value, href, note);
    }

    private static Footer footer(String fields) {
        return Footer.of(JsonbBuilder.create()
                .fromJson("{\"site\": \"sample\", \"name\": \"青岚新闻网\", " + fields + "}", Register.class));
    }
}
