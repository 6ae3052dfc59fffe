// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.footer;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.bind.JsonbBuilder;
import java.io.StringReader;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.rongmei.siteinfo.register.Register;

class FooterRenderingTest {

    static final String FULL = """
            {"site": "sample", "name": "青岚新闻网", "sample": true,
             "organisations": [{"role": "supervisor", "name": "宣传部"}, {"role": "sponsor", "name": "融媒体中心"}],
             "identifiers": [
               {"kind": "psb-record", "number": "湘公网安备 43080202000123号",
                "url": "https://beian.mps.gov.cn/#/query/webSearch?code=43080202000123"},
               {"kind": "news-licence", "number": "43120200001", "holder": "持证单位", "categories": ["互联网站"]},
               {"kind": "av-licence", "number": " "}],
             "address": {"text": "岚江路 1 号", "postcode": "427000"},
             "contacts": [{"kind": "report-phone", "value": "0744-1234567"}],
             "navigation": [{"label": "诸城新闻", "kind": "section", "target": "news/zhucheng"}],
             "badges": [{"text": "举报中心", "url": "https://www.12377.cn/"}]}
            """;
    static final String HOSTILE = """
            {"site": "a\\"><script>", "name": "<script>", "sample": false,
             "organisations": [{"role": "sponsor", "name": "</footer><script>alert(1)</script> & 'x'"}],
             "identifiers": [{"kind": "other", "label": "<b>", "number": "<i>", "holder": "<u>"}],
             "navigation": [{"label": "<s>", "kind": "page", "target": "/\\"><script>"}],
             "badges": [{"text": "<img src=x>"}]}
            """;

    @Test
    void pageShowsEveryFactWithItsLink() {
        Element footer = html(FULL);

        assertThat(footer.attr("data-site")).isEqualTo("sample");
        assertThat(footer.select("a[href='https://beian.mps.gov.cn/#/query/webSearch?code=43080202000123']")
                        .text())
                .isEqualTo("湘公网安备 43080202000123号");
        assertThat(footer.select("nav a[href=/news/zhucheng/]").text()).isEqualTo("诸城新闻");
        assertThat(footer.select("li").eachText())
                .contains("主管：宣传部", "互联网新闻信息服务许可证：43120200001（持证单位，互联网站）", "举报电话：0744-1234567", "举报中心");
        assertThat(footer.text()).doesNotContain("视听节目");
    }

    @Test
    void filingWithThePoliceHasItsIconAndNothingIsLoadedForIt() {
        Element footer = html(FULL);

        assertThat(footer.select("li:has(svg) a").eachAttr("href"))
                .containsExactly("https://beian.mps.gov.cn/#/query/webSearch?code=43080202000123");
        assertThat(footer.select("[src], [style], link, use, image")).isEmpty();
    }

    @Test
    void valueIsTextWhateverItLooksLike() {
        Element footer = html(HOSTILE);

        assertThat(footer.select("script, b, i, u, s, img")).isEmpty();
        assertThat(footer.attr("data-site")).isEqualTo("a\"><script>");
        assertThat(footer.select("li").eachText())
                .contains("<s>", "<b>：<i>（<u>）", "主办：</footer><script>alert(1)</script> & 'x'", "<img src=x>");
        assertThat(footer.select("nav a").attr("href")).isEqualTo("/\"><script>");
    }

    @Test
    void sampleSaysThatItIsOne() {
        assertThat(html(FULL).select(".imprint-sample").text()).contains("示例");
        assertThat(FooterRendering.text(footer(FULL))).startsWith("示例");

        assertThat(html(HOSTILE).select(".imprint-sample")).isEmpty();
        assertThat(FooterRendering.text(footer(HOSTILE))).doesNotContain("示例");
    }

    @Test
    void digestChangesWithTheContentOnly() {
        String digest = html(FULL).attr("data-digest");

        assertThat(digest).isNotBlank();
        assertThat(html(FULL).attr("data-digest")).isEqualTo(digest);
        assertThat(html(FULL.replace("427000", "427001")).attr("data-digest")).isNotEqualTo(digest);
    }

    @Test
    void textHasEveryValue() {
        Footer footer = footer(FULL);

        String text = FooterRendering.text(footer);

        assertThat(text)
                .contains(footer.lines().stream()
                        .flatMap(List::stream)
                        .map(Footer.Item::value)
                        .toList())
                .contains("主管：宣传部  主办：融媒体中心\n")
                .contains("43120200001（持证单位，互联网站）", "诸城新闻", "举报中心");
    }

    @Test
    void searchEnginesReadTheSameFacts() {
        JsonObject data = linkedData(FULL);

        assertThat(data.getString("@type")).isEqualTo("NewsMediaOrganization");
        assertThat(data.getString("name")).isEqualTo("青岚新闻网");
        assertThat(data.getString("legalName")).isEqualTo("融媒体中心");
        assertThat(data.getJsonObject("parentOrganization").getString("name")).isEqualTo("宣传部");
        assertThat(data.getJsonObject("address").getString("postalCode")).isEqualTo("427000");
        assertThat(data.getJsonArray("identifier").getValuesAs(JsonObject.class))
                .extracting(identifier -> identifier.getString("value"))
                .containsExactly("湘公网安备 43080202000123号", "43120200001");
    }

    @Test
    void searchEnginesAreToldNothingThatIsNotThere() {
        JsonObject data = linkedData("{\"site\": \"bare\", \"name\": \"<script>\"}");

        assertThat(data.getString("name")).isEqualTo("<script>");
        assertThat(data).doesNotContainKeys("legalName", "parentOrganization", "address");
        assertThat(data.getJsonArray("identifier")).isEmpty();
    }

    private static Element html(String register) {
        String html = FooterRendering.html(footer(register));
        Element body = Jsoup.parseBodyFragment(html).body();
        assertThat(body.children()).hasSize(1);
        return body.child(0);
    }

    private static JsonObject linkedData(String register) {
        try (JsonReader reader = Json.createReader(new StringReader(LinkedData.of(register(register))))) {
            return reader.readObject();
        }
    }

    private static Footer footer(String register) {
        return Footer.of(register(register));
    }

    private static Register register(String json) {
        return JsonbBuilder.create().fromJson(json, Register.class);
    }
}
