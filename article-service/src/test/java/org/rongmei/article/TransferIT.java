// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongmei.test.Deployments;
import org.rongmei.test.Http;

/** Moving in from another system, asked as a chief-editor asks. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TransferIT {

    @Deployment(testable = false)
    static WebArchive service() {
        return Deployments.service("article-service", "content");
    }

    private final Http anybody = Http.at("http://localhost:" + System.getProperty("rongmei.it.port") + "/content");
    private final Http chief = anybody.as("chief-editor");
    private String key;

    @BeforeEach
    void openSection() {
        key = "i" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(chief.put("/sections/" + key, "{\"name\":\"新闻\"}").status()).isEqualTo(201);
    }

    @Test
    void importedArticleKeepsWhatItHadAndTheReportSaysWhatItLost() {
        String lines = """
                {"uri":"old:KEY:1","title":"完好","publishedAt":"1999-05-01T08:00:00+08:00","updatedAt":"1999-05-02T08:00:00+08:00","aliases":["/old/KEY?id=1"],"corrections":[{"at":"2000-01-01T00:00:00Z","text":"日期有误"}],"body":"<p>正文</p>","tags":["旧闻"]}
                {"uri":"old:KEY:2","title":"清洗过","publishedAt":"1999-05-01T08:00:00+08:00","body":"<p onclick='x()'>正文<script>alert(1)</script></p>"}
                {"uri":"old:KEY:3","title":"","publishedAt":"1999-05-01T08:00:00+08:00"}
                {"uri":"old:KEY:1","title":"重复","publishedAt":"1999-05-01T08:00:00+08:00"}
                {"uri":"old:KEY:4","title":"将来","publishedAt":"2999-05-01T08:00:00+08:00"}
                {"uri":"old:KEY:5","title":"别处","section":"nowhere","publishedAt":"1999-05-01T08:00:00+08:00"}
                not json
                """.replace("KEY", key);

        JsonObject report = imported("application/x-ndjson", lines);

        assertThat(report.getJsonObject("counts").getInt("taken")).isEqualTo(1);
        assertThat(report.getJsonObject("counts").getInt("changed")).isEqualTo(1);
        assertThat(report.getJsonObject("counts").getInt("known")).isEqualTo(1);
        assertThat(report.getJsonObject("counts").getInt("refused")).isEqualTo(4);
        assertThat(report.getInt("total")).isEqualTo(7);
        assertThat(report.getString("startedBy")).isEqualTo("chief-editor");
        List<JsonObject> items = report.getJsonArray("items").getValuesAs(JsonObject.class);
        assertThat(items)
                .extracting(item -> item.getString("outcome"))
                .containsExactly("taken", "changed", "refused", "known", "refused", "refused", "refused");
        assertThat(items.get(1).getString("detail")).contains("script").contains("@onclick");
        assertThat(items.get(2).getString("detail")).contains("title");
        assertThat(items.get(5).getString("detail")).contains("nowhere");
        JsonObject article = only("uri=" + encoded("old:" + key + ":1"));
        assertThat(article.getString("publishedAt")).isEqualTo("1999-05-01T00:00:00Z");
        assertThat(article.getString("updatedAt")).isEqualTo("1999-05-02T00:00:00Z");
        assertThat(article.getString("title")).isEqualTo("完好");
        assertThat(article.getJsonArray("corrections").getJsonObject(0).getString("text"))
                .isEqualTo("日期有误");
        assertThat(only("alias=" + encoded("/old/" + key + "?id=1"))).isEqualTo(article);
        assertThat(anybody.get("/articles?section=" + key).json().getJsonArray("items"))
                .hasSize(2);

        JsonObject again = imported("application/x-ndjson", lines);

        assertThat(again.getJsonObject("counts").getInt("known")).isEqualTo(3);
        assertThat(again.getJsonObject("counts").getInt("taken")).isZero();
        assertThat(anybody.get("/articles?section=" + key).json().getJsonArray("items"))
                .hasSize(2);
    }

    @Test
    void itemThatNoDatabaseTakesIsRefusedAndTheOthersAreTaken() {
        String lines =
                """
                {"uri":"bad:KEY:1\\u0000","title":"空字符","publishedAt":"1999-05-01T08:00:00Z"}
                {"uri":"bad:KEY:2\\ud800","title":"半个字","publishedAt":"1999-05-01T08:00:00Z"}
                {"uri":"bad:KEY:3","title":"太久以前","publishedAt":"1999-05-01T08:00:00Z","createdAt":"-99999-01-01T00:00:00Z"}
                {"uri":"bad:KEY:4","title":"没有时间的更正","publishedAt":"1999-05-01T08:00:00Z","corrections":[{"text":"x"}]}
                {"uri":"bad:KEY:5","title":"空的","publishedAt":"1999-05-01T08:00:00Z","credits":[null],"tags":[null]}
                {"uri":"bad:KEY:6","title":"太长的","publishedAt":"1999-05-01T08:00:00Z","tags":["LONG"]}
                {"uri":"bad:KEY:7","title":"好的","publishedAt":"1999-05-01T08:00:00Z"}
                {"uri":"bad:KEY:8","title":"嵌套的","tags":DEEP}
                """.replace("KEY", key).replace("LONG", "长".repeat(3_000)).replace("DEEP", "[".repeat(5_000));

        JsonObject report = imported("application/x-ndjson", lines);

        List<JsonObject> items = report.getJsonArray("items").getValuesAs(JsonObject.class);
        assertThat(items).hasSize(8);
        assertThat(items.get(6).getString("outcome")).isEqualTo("taken");
        assertThat(List.of(0, 1, 2, 3, 5, 7))
                .allSatisfy(at -> assertThat(items.get(at).getString("outcome"))
                        .as(items.get(at).toString())
                        .isEqualTo("refused"));
    }

    @Test
    void manyItemsAreTakenInChunksAndAllOfThemAreInTheLog() {
        StringBuilder lines = new StringBuilder();
        for (int number = 0; number < 450; number++) {
            lines.append("{\"uri\":\"many:%s:%d\",\"title\":\"第%d篇\",\"publishedAt\":\"2001-01-01T00:00:00Z\"}\n"
                    .formatted(key, number, number));
        }
        int before = anybody.get("/changes?after=0&limit=1").json().getInt("last");

        JsonObject report = imported("application/x-ndjson", lines.toString());

        assertThat(report.getJsonObject("counts").getInt("taken")).isEqualTo(450);
        assertThat(anybody.get("/changes?after=0&limit=1").json().getInt("last"))
                .isGreaterThanOrEqualTo(before + 450);
        assertThat(report.getJsonArray("items")).hasSize(20);
        JsonObject second = chief.get(report.getString("next").substring("/content".length()))
                .json();
        assertThat(second.getJsonArray("items").getJsonObject(0).getInt("number"))
                .isEqualTo(21);
    }

    @Test
    void feedIsTakenWithItsIdentifiers() {
        String rss = "<rss version='2.0'><channel><title>x</title><item><title>旧站一篇</title>"
                + "<guid isPermaLink='false'>guid " + key + "</guid><pubDate>Tue, 01 Oct 2019 08:00:00 +0800</pubDate>"
                + "<description>正文</description></item></channel></rss>";
        String atom = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>urn:" + key + "</id><title>原子</title>"
                + "<updated>2019-10-02T00:00:00Z</updated><content>正文</content></entry></feed>";

        assertThat(imported("application/rss+xml", rss).getJsonObject("counts").getInt("taken"))
                .isEqualTo(1);
        assertThat(imported("application/atom+xml", atom)
                        .getJsonObject("counts")
                        .getInt("taken"))
                .isEqualTo(1);

        assertThat(only("uri=" + encoded("guid " + key)).getString("publishedAt"))
                .isEqualTo("2019-10-01T00:00:00Z");
        assertThat(only("uri=" + encoded("urn:" + key)).getString("title")).isEqualTo("原子");
    }

    @Test
    void fileThatIsCutOffLeavesNothing() {
        String rss =
                "<rss version='2.0'><channel><item><title>完整的一项</title><guid>cut " + key + "</guid></item><item><ti";

        Http.Answer refused = chief.send("POST", "/imports?section=" + key, "application/rss+xml", rss);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(anybody.get("/articles?uri=" + encoded("cut " + key)).json().getJsonArray("items"))
                .isEmpty();
    }

    @Test
    void exportIsWhatAnImportTakes() {
        imported(
                "application/x-ndjson",
                "{\"uri\":\"out:%s\",\"title\":\"出口\",\"publishedAt\":\"2001-01-01T00:00:00Z\",\"body\":\"<p>正文</p>\"}"
                        .formatted(key));

        Http.Answer export = chief.get("/exports");

        assertThat(export.header("Content-Type")).startsWith("application/x-ndjson");
        List<String> ours =
                export.body().lines().filter(line -> line.contains(key)).toList();
        assertThat(ours).hasSize(2);
        assertThat(ours.get(0)).contains("\"path\":\"" + key + "\"");
        assertThat(ours.get(1)).contains("\"body\":\"<p>正文</p>\"");
        JsonObject report = imported("application/x-ndjson", String.join("\n", ours));
        assertThat(report.getJsonObject("counts").getInt("known")).isEqualTo(2);
    }

    private JsonObject imported(String type, String body) {
        Http.Answer accepted = chief.send("POST", "/imports?section=" + key, type, body);
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        String report = accepted.header("Location").substring("/content".length());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(chief.get(report).json().getString("state")).isEqualTo("done"));
        return chief.get(report).json();
    }

    private JsonObject only(String query) {
        List<JsonObject> items =
                anybody.get("/articles?" + query).json().getJsonArray("items").getValuesAs(JsonObject.class);
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
