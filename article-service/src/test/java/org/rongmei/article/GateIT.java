// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
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
import org.rongmei.test.Reviewers;

/** What the law wants before an article is public, what is kept of it, and the lists of what waits. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class GateIT {

    private static final String ATTRIBUTED =
            "\"source\":{\"name\":\"澜川日报\"},\"original\":{\"title\":\"原题\",\"author\":\"祝南枝\"},"
                    + "\"editors\":[{\"role\":\"编辑\",\"name\":\"纪明川\"}]";

    @Deployment(testable = false)
    static WebArchive service() {
        return Deployments.service("article-service", "content");
    }

    private final Http anybody = Http.at("http://localhost:" + System.getProperty("rongmei.it.port") + "/content");
    private final Http chief = anybody.as("chief-editor");
    private String section;

    @BeforeEach
    void openSection() {
        section = "g" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(chief.put("/sections/" + section, "{\"name\":\"转载\"}").status())
                .isEqualTo(201);
    }

    @Test
    void reprintNamesEverythingThatItLacksAtOnce() {
        sources("name,aliases,hosts,validFrom,validTo\n澜川日报,澜川报,lanchuan.example,2020-01-01,\n");
        String path = approved("\"kind\":\"reprint\"");

        Http.Answer refused = publish(path, "{}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().getString("type")).isEqualTo("urn:rongmei:problem:publication-gate");
        assertThat(fields(refused)).containsExactly("source.name", "original.author", "original.title", "editors");
        assertThat(anybody.get(path).status()).isEqualTo(404);
        assertThat(chief.get(path).json().getString("state"))
                .as("nothing was done")
                .isEqualTo("approved");
    }

    @Test
    void reprintPassesByNameAliasOrHostOfTheListInForceAndRemembersIt() {
        int version = sources("name,aliases,hosts,validFrom,validTo\n"
                + "澜川日报,澜川报;澜川新闻,lanchuan.example,2020-01-01,\n"
                + "旧报,,old.example,2010-01-01,2011-12-31\n"
                + "将来报,,,2999-01-01,\n");

        for (String source : List.of(
                "{\"name\":\"澜川日报\"}",
                "{\"name\":\" 澜 川 新 闻\"}",
                "{\"name\":\"别的写法\",\"url\":\"https://news.Lanchuan.example/a\"}")) {
            String path = approved("\"kind\":\"reprint\"," + ATTRIBUTED.replace("{\"name\":\"澜川日报\"}", source));
            Http.Answer published = publish(path, "{}");
            assertThat(published.status()).as(source + published.body()).isEqualTo(200);
            assertThat(published.json().getInt("sourceList")).isEqualTo(version);
            assertThat(anybody.get(path).json()).doesNotContainKeys("sourceList", "warnings");
        }
        for (String source : List.of(
                "{\"name\":\"旧报\"}",
                "{\"name\":\"将来报\"}",
                "{\"name\":\"无名报\"}",
                "{\"name\":\"无名报\",\"url\":\"https://evil-lanchuan.example/\"}")) {
            Http.Answer refused = publish(
                    approved("\"kind\":\"reprint\"," + ATTRIBUTED.replace("{\"name\":\"澜川日报\"}", source)), "{}");
            assertThat(refused.status()).as(source).isEqualTo(409);
            assertThat(fields(refused)).containsExactly("source.name");
        }
    }

    @Test
    void overrideNeedsAReasonAndIsKept() {
        sources("name,aliases,hosts\n澜川日报,,\n");
        String path = approved("\"kind\":\"reprint\"");

        assertThat(fields(publish(path, "{\"override\":true}"))).containsExactly("reason");
        Http.Answer published = publish(path, "{\"override\":true,\"reason\":\"已获书面授权\"}");

        assertThat(published.status()).isEqualTo(200);
        assertThat(published.json().getJsonArray("warnings").toString()).contains("original.author");
        JsonObject entry = last(path);
        assertThat(entry.getString("action")).isEqualTo("published");
        assertThat(entry.getString("login")).isEqualTo("chief-editor");
        assertThat(entry.getString("reason")).isEqualTo("已获书面授权");
        assertThat(entry.getJsonObject("details").getJsonArray("overridden")).hasSize(4);
    }

    @Test
    void gateIsPassedWhenAnArticleIsScheduledInAnEmergencyAndWhenItComesBack() {
        sources("name,aliases,hosts\n澜川日报,,\n");
        String late = "{\"at\":\"" + Instant.now().plus(Duration.ofDays(1)) + "\"}";

        assertThat(publish(approved("\"kind\":\"reprint\""), late).status()).isEqualTo(409);
        String urgent = draft("\"kind\":\"reprint\"");
        assertThat(publish(urgent, "{\"emergency\":true,\"reason\":\"汛情\"}").status())
                .isEqualTo(409);
        assertThat(chief.get(urgent).json().getString("state")).isEqualTo("draft");
        String path = approved("\"kind\":\"reprint\"," + ATTRIBUTED);
        publish(path, "{}");
        chief.with("If-Match", "*").delete(path + "/publication", "{\"reason\":\"来源要求\"}");
        sources("name,aliases,hosts\n别家报,,\n");

        assertThat(fields(publish(path, "{}"))).containsExactly("source.name");
        assertThat(anybody.get(path).status()).isEqualTo(410);
    }

    @Test
    void newVersionOfAReprintPassesAgain() {
        sources("name,aliases,hosts\n澜川日报,,\n");
        String path = approved("\"kind\":\"reprint\"," + ATTRIBUTED);
        publish(path, "{}");
        chief.with("If-Match", "*").put(path, article("\"kind\":\"reprint\""));
        Reviewers.approve(anybody, path);

        assertThat(publish(path, "{}").status()).isEqualTo(409);
        assertThat(anybody.get(path).json().getJsonObject("original").getString("author"))
                .isEqualTo("祝南枝");
    }

    @Test
    void somebodyElsesDatelineOnAnOriginalIsAWarning() {
        Http.Answer published = publish(approved("\"dateline\":\"新华社北京2月5日电\""), "{}");

        assertThat(published.status()).isEqualTo(200);
        assertThat(published.json().getJsonArray("warnings").getValuesAs(JsonObject.class))
                .extracting(warning -> warning.getString("field"))
                .contains("dateline");
        assertThat(publish(approved("\"dateline\":\"本报讯\""), "{}").body()).doesNotContain("\"dateline\",\"message\"");
    }

    @Test
    void labelThatIsTakenAwayIsKept() {
        String path = draft("\"flags\":{\"newsInformation\":true,\"aiGenerated\":true,\"minorSensitive\":true}");
        String without = article("\"flags\":{\"newsInformation\":true,\"aiGenerated\":false,\"minorSensitive\":true}");
        anybody.as("editor").with("If-Match", "*").put(path, without);

        assertThat(last(path).getString("action")).isEqualTo("label-removed");
        assertThat(last(path).getString("login")).isEqualTo("editor");
        assertThat(last(path).getJsonObject("details").getJsonArray("labels").getString(0))
                .isEqualTo("aiGenerated");
        Reviewers.publish(anybody, path, "{}");
        anybody.as("reporter").with("If-Match", "*").put(path, article("\"tags\":[]"));
        assertThat(last(path).getJsonObject("details").getJsonArray("labels").getString(0))
                .isEqualTo("minorSensitive");
    }

    @Test
    void withdrawalAndCorrectionAreKeptWithTheirWords() {
        String path = approved("\"tags\":[]");
        publish(path, "{}");
        chief.with("If-Match", "*").post(path + "/corrections", "{\"text\":\"六十二户应为二十六户\"}");
        assertThat(last(path).getJsonObject("details").getString("text")).isEqualTo("六十二户应为二十六户");
        chief.with("If-Match", "*").delete(path + "/publication", "{\"reason\":\"事实有误\"}");

        assertThat(last(path).getString("action")).isEqualTo("withdrawn");
        assertThat(last(path).getString("reason")).isEqualTo("事实有误");
        assertThat(anybody.get(path + "/audit").status()).isEqualTo(401);
    }

    @Test
    void auditIsReadPageByPage() {
        String path = approved("\"tags\":[]");
        publish(path, "{}");
        for (int number = 0; number < 4; number++) {
            chief.with("If-Match", "*").post(path + "/corrections", "{\"text\":\"更正 %d\"}".formatted(number));
        }

        JsonObject first = chief.get(path + "/audit?limit=8").json();
        JsonObject second = chief.get(first.getString("next").substring("/content".length()))
                .json();

        assertThat(first.getJsonArray("items"))
                .as("draft, submission, three reviews, publication, and the first corrections")
                .hasSize(8);
        assertThat(second.getJsonArray("items")).hasSize(2);
        assertThat(second.isNull("next")).isTrue();
    }

    @Test
    void chainOfWhatWasDoneIsWholeAndEndsAsItsSealSays() {
        publish(approved("\"tags\":[]"), "{}");
        JsonObject seal = chief.get("/audit/seal").json();
        publish(approved("\"tags\":[]"), "{}");

        String kept = "?sequence=" + seal.getJsonNumber("sequence") + "&hash=" + seal.getString("hash");
        JsonObject verdict = chief.get("/audit/verification" + kept).json();

        assertThat(verdict.getBoolean("intact")).isTrue();
        assertThat(verdict.getJsonNumber("entries").longValue())
                .isGreaterThan(seal.getJsonNumber("sequence").longValue());
        assertThat(chief.get("/audit/verification" + kept + "0").json().getBoolean("intact"))
                .isFalse();
    }

    @Test
    void listOfSourcesIsKeptInVersions() {
        int version = sources("name,aliases,hosts,validFrom,validTo\n\"甲,报\",\"甲;\"\"乙\"\"\",a.example,2020-01-01,\n");
        sources("name,aliases,hosts\n丙报,,\n");

        Http.Answer before = chief.get("/sources?version=" + version);

        assertThat(before.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
        assertThat(before.body())
                .isEqualTo("name,aliases,hosts,validFrom,validTo\r\n\"甲,报\",\"甲;\"\"乙\"\"\",a.example,2020-01-01,\r\n");
        assertThat(chief.get("/sources").header("ETag")).isEqualTo("\"" + (version + 1) + "\"");
        assertThat(chief.with("If-Match", "\"" + version + "\"")
                        .send("PUT", "/sources", "text/csv", "name,aliases,hosts\n丁报,,\n")
                        .status())
                .isEqualTo(412);
        assertThat(chief.send("PUT", "/sources", "text/csv", "name,aliases,hosts\n丁报,,\n")
                        .status())
                .isEqualTo(428);
    }

    @Test
    void deskSeesWhatWaitsForWhom() {
        String first = draft("\"tags\":[]");
        String second = draft("\"tags\":[]");
        submit(first);
        submit(second);
        anybody.as("editor").with("If-Match", "*").post(second + "/reviews", "{\"verdict\":\"approve\"}");

        assertThat(list("editor", "stage=1")).containsExactly(id(first));
        assertThat(list("editor", "stage=2")).containsExactly(id(second));
        assertThat(list("editor", "awaiting=me")).containsExactly(id(first));
        assertThat(list("editor2", "awaiting=me")).containsExactly(id(second), id(first));
        assertThat(list("reporter", "awaiting=me")).isEmpty();
        anybody.as("editor2").with("If-Match", "*").post(second + "/reviews", "{\"verdict\":\"approve\"}");
        assertThat(list("editor3", "awaiting=me"))
                .as("the last stage is not an editor's")
                .containsExactly(id(first));
        assertThat(list("chief-editor2", "awaiting=me")).containsExactly(id(second), id(first));
        assertThat(list("chief-editor2", "awaiting=me&stage=3")).containsExactly(id(second));
        assertThat(list("editor", "state=in-review")).containsExactly(id(second), id(first));
        assertThat(list("editor", "overdue=true")).isEmpty();
        assertThat(anybody.get("/articles?stage=1").status()).isEqualTo(401);
        assertThat(anybody.as("editor").get("/articles?stage=4").status()).isEqualTo(400);
    }

    @Test
    void whatIsWithdrawnWaitsForNoReviewBeforeItIsBack() {
        String path = draft("\"tags\":[]");
        Http anyVersion = chief.with("If-Match", "*");
        anyVersion.put(path + "/publication", "{\"emergency\":true,\"reason\":\"汛情\"}");
        assertThat(list("editor", "awaiting=me&state=published")).containsExactly(id(path));

        anyVersion.delete(path + "/publication", "{\"reason\":\"核实\"}");

        assertThat(list("editor", "awaiting=me&state=withdrawn")).isEmpty();
        anyVersion.put(path + "/publication", "{}");
        assertThat(list("editor", "awaiting=me&state=published")).containsExactly(id(path));
    }

    @Test
    void emergencyThatWaitsIsMeasured() throws InterruptedException {
        String measured = "";
        for (int tries = 0; tries < 50 && !measured.contains("article_reviews_overdue"); tries++) {
            measured = Http.at("http://localhost:" + System.getProperty("rongmei.it.port"))
                    .get("/metrics")
                    .body();
            Thread.sleep(200);
        }

        assertThat(measured).containsPattern("article_reviews_overdue\\{.*\\} 0\\.0");
    }

    private List<String> list(String login, String query) {
        JsonArray items = anybody.as(login)
                .get("/articles?section=" + section + "&" + query)
                .json()
                .getJsonArray("items");
        return items.getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("id"))
                .toList();
    }

    private static String id(String path) {
        return path.substring("/articles/".length());
    }

    /** @return its version */
    private int sources(String csv) {
        Http.Answer answer = chief.with("If-Match", "*").send("PUT", "/sources", "text/csv", csv);
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
        return Integer.parseInt(answer.header("ETag").replace("\"", ""));
    }

    private JsonObject last(String path) {
        JsonArray entries = chief.get(path + "/audit?limit=100").json().getJsonArray("items");
        return entries.getJsonObject(entries.size() - 1);
    }

    private String article(String fields) {
        return "{\"section\":\"%s\",\"title\":\"转载稿\",\"body\":\"<p>正文。</p>\",%s}".formatted(section, fields);
    }

    private String draft(String fields) {
        Http.Answer drafted = anybody.as("reporter").post("/articles", article(fields));
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        return drafted.header("Location").substring("/content".length());
    }

    private void submit(String path) {
        assertThat(anybody.as("reporter")
                        .with("If-Match", "*")
                        .put(path + "/submission", "")
                        .status())
                .isEqualTo(200);
    }

    private String approved(String fields) {
        String path = draft(fields);
        Reviewers.approve(anybody, path);
        return path;
    }

    private Http.Answer publish(String path, String how) {
        return chief.with("If-Match", "*").put(path + "/publication", how);
    }

    private static List<String> fields(Http.Answer answer) {
        return answer.json().getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                .map(error -> error.getString("field"))
                .toList();
    }
}
