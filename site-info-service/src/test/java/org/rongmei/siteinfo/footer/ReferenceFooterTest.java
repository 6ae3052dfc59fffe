// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.footer;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rongmei.siteinfo.register.Register;

/** The footer of the reference page, from its register: all that it showed, and nothing else. */
class ReferenceFooterTest {

    private static final List<String> VALUES = List.of(
            "关于我们",
            "诸城新闻",
            "娱乐新闻",
            "网站公告",
            "版权声明",
            "设为首页",
            "加入收藏",
            "鲁ICP备2021025553号-1",
            "中共诸城市委宣传部",
            "诸城市融媒体中心",
            "诸城信息港",
            "诸城市和平街173号",
            "262200",
            "安全狗网站安全检测");

    private static Register register;

    @BeforeAll
    static void read() throws IOException {
        String json = Files.readString(Path.of("../sample/registers/zhucheng.json"));
        // The register adds the address when it records the number.
        json = json.replace(
                "\"number\": \"鲁ICP备2021025553号-1\"",
                "\"number\": \"鲁ICP备2021025553号-1\", \"url\": \"https://beian.miit.gov.cn/\"");
        register = JsonbBuilder.create().fromJson(json, Register.class);
    }

    @Test
    void plainTextIsTheWholeFooter() {
        assertThat(rendered(FooterForm.TEXT)).isEqualTo("""
                        关于我们 - 诸城新闻 - 娱乐新闻 - 网站公告 - 版权声明 - 设为首页 - 加入收藏
                        备案号：鲁ICP备2021025553号-1
                        主管：中共诸城市委宣传部  主办：诸城市融媒体中心  技术支持：诸城信息港
                        版权所有：诸城市融媒体中心  地址：诸城市和平街173号  邮编：262200
                        安全狗网站安全检测
                        """);
    }

    @Test
    void fragmentShowsTheSameFactsInTheSameOrder() {
        Element footer =
                Jsoup.parseBodyFragment(rendered(FooterForm.HTML)).body().child(0);

        assertThat(footer.select("li").eachText())
                .containsExactly(
                        "关于我们",
                        "诸城新闻",
                        "娱乐新闻",
                        "网站公告",
                        "版权声明",
                        "设为首页",
                        "加入收藏",
                        "备案号：鲁ICP备2021025553号-1",
                        "主管：中共诸城市委宣传部",
                        "主办：诸城市融媒体中心",
                        "技术支持：诸城信息港",
                        "版权所有：诸城市融媒体中心",
                        "地址：诸城市和平街173号",
                        "邮编：262200",
                        "安全狗网站安全检测");
        assertThat(footer.text().replaceAll("\\s", ""))
                .isEqualTo(String.join("", footer.select("li").eachText()));
        assertThat(footer.select("a[href^=http]").eachAttr("href")).containsExactly("https://beian.miit.gov.cn/");
    }

    @Test
    void jsonHasEveryValueAndNoOther() {
        List<String> words = words(rendered(FooterForm.JSON));

        assertThat(words).containsAll(VALUES);
        words.removeAll(VALUES);
        assertThat(words)
                .containsOnly(
                        "zhucheng",
                        "诸城新闻网",
                        "备案号",
                        "主管",
                        "主办",
                        "技术支持",
                        "版权所有",
                        "地址",
                        "邮编",
                        "https://beian.miit.gov.cn/",
                        "/about",
                        "/news/qinglan/",
                        "/entertainment/",
                        "/notices",
                        "/copyright",
                        "/subscribe/#set-home",
                        "/subscribe/#add-favourite");
    }

    @Test
    void linkedDataHasEveryValueAndNoOther() {
        List<String> words = words(rendered(FooterForm.JSON_LD));

        assertThat(words).containsAll(VALUES);
        words.removeAll(VALUES);
        assertThat(words)
                .containsOnly(
                        "https://schema.org",
                        "NewsMediaOrganization",
                        "Organization",
                        "OrganizationRole",
                        "PostalAddress",
                        "PropertyValue",
                        "SiteNavigationElement",
                        "CreativeWork",
                        "CN",
                        "icp-record",
                        "备案号",
                        "主管",
                        "主办",
                        "技术支持",
                        "版权所有",
                        "诸城新闻网",
                        "https://beian.miit.gov.cn/",
                        "/about",
                        "/news/qinglan/",
                        "/entertainment/",
                        "/notices",
                        "/copyright",
                        "/subscribe/#set-home",
                        "/subscribe/#add-favourite");
    }

    @Test
    void labelWithoutItsNumberIsInNoneOfThem() {
        for (FooterForm form : FooterForm.values()) {
            assertThat(rendered(form)).doesNotContain("许可证").doesNotContain("news-licence");
        }
    }

    /** The names that lists of advertisement and nuisance blockers look for; a hidden footer would be a missing one. */
    @Test
    void nothingInTheFragmentIsNamedLikeAnAdvertisement() {
        Elements all = Jsoup.parseBodyFragment(rendered(FooterForm.HTML)).body().getAllElements();

        Stream<String> names =
                all.stream().flatMap(element -> Stream.concat(element.classNames().stream(), Stream.of(element.id())));
        assertThat(names)
                .allSatisfy(name -> assertThat(name)
                        .doesNotContainPattern(
                                "\\b(ads?|advert\\w*|banner|sponsor\\w*|promo\\w*|partner|popup|social|share"
                                        + "|cookie|gdpr|newsletter|badge|widget|tracking|analytics|footer-\\w+)\\b"));
    }

    private static String rendered(FooterForm form) {
        return new String(form.render(register).body(), StandardCharsets.UTF_8);
    }

    /** Every text in a message, but for the names of fields. */
    private static List<String> words(String json) {
        JsonStructure structure = Json.createReader(new StringReader(json)).read();
        return new ArrayList<>(texts(structure).toList());
    }

    private static Stream<String> texts(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> value.asJsonObject().values().stream().flatMap(ReferenceFooterTest::texts);
            case ARRAY -> value.asJsonArray().stream().flatMap(ReferenceFooterTest::texts);
            case STRING -> Stream.of(((JsonString) value).getString());
            default -> Stream.empty();
        };
    }
}
