// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongmei.test.Contracts;
import org.rongmei.test.Deployments;
import org.rongmei.test.Http;
import org.rongmei.test.Reviewers;

/** What clients may rely on, asked as a client asks. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ContentIT {

    @Deployment(testable = false)
    static WebArchive service() {
        return Deployments.service("article-service", "content");
    }

    private final Http anybody = Http.at("http://localhost:" + System.getProperty("rongmei.it.port") + "/content");
    private final Http reporter = anybody.as("reporter");
    private final Http chief = anybody.as("chief-editor");
    private String section;

    @BeforeEach
    void openSection() {
        section = "s" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(chief.put("/sections/" + section, "{\"name\":\"新闻\"}").status())
                .isEqualTo(201);
    }

    @Test
    void draftIsSeenByTheNewsroomOnlyUntilItIsPublished() {
        String path = draft("梯田里的秋收", "");

        assertThat(anybody.get(path).status()).isEqualTo(404);
        assertThat(reporter.get(path).status()).isEqualTo(200);

        publish(path);

        assertThat(anybody.get(path).json().getString("title")).isEqualTo("梯田里的秋收");
        assertThat(titles("?section=" + section)).containsExactly("梯田里的秋收");
    }

    @Test
    void unchangedArticleIsNotSentAgain() {
        String path = draft("梯田里的秋收", "");
        publish(path);
        String etag = anybody.get(path).header("ETag");

        Http.Answer again =
                anybody.with("If-None-Match", "\"other\", W/" + etag).get(path);

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(etag);
        assertThat(again.header("Cache-Control")).contains("s-maxage=30");
    }

    @Test
    void withdrawnArticleIsGoneForReadersWithoutAWordOfWhy() {
        String path = draft("撤下的稿件", "");
        String etag = publish(path);

        Http.Answer withdrawn = chief.with("If-Match", etag).delete(path + "/publication", "{\"reason\":\"事实有误\"}");
        Http.Answer gone = anybody.get(path);

        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.body()).doesNotContain("撤下的稿件").doesNotContain("事实有误");
        assertThat(titles("?section=" + section)).isEmpty();
    }

    @Test
    void publicationDateStaysWhenAWithdrawnArticleComesBack() {
        String path = draft("先撤后发", "");
        String first = publish(path);
        String date = anybody.get(path).json().getString("publishedAt");
        chief.with("If-Match", first).delete(path + "/publication", "{\"reason\":\"核实\"}");

        chief.with("If-Match", "*").put(path + "/publication", "{}");

        assertThat(anybody.get(path).json().getString("publishedAt")).isEqualTo(date);
    }

    @Test
    void writerWhoHasNotSeenTheLatestVersionIsRefused() {
        String path = draft("第一稿", "");
        String seen = reporter.get(path).header("ETag");
        String second = "{\"section\":\"%s\",\"title\":\"第二稿\"}".formatted(section);
        assertThat(reporter.with("If-Match", seen).put(path, second).status()).isEqualTo(200);

        assertThat(reporter.with("If-Match", seen).put(path, "{}").status()).isEqualTo(412);
        assertThat(reporter.put(path, second).status()).isEqualTo(428);
        assertThat(reporter.get(path).json().getString("title")).isEqualTo("第二稿");
    }

    @Test
    void sameRequestSentTwiceCreatesOnce() {
        String key = UUID.randomUUID().toString();
        String body = "{\"section\":\"%s\",\"title\":\"只有一篇\"}".formatted(section);

        Http.Answer first = reporter.with("Idempotency-Key", key).post("/articles", body);
        Http.Answer second = reporter.with("Idempotency-Key", key).post("/articles", body);
        Http.Answer other = reporter.with("Idempotency-Key", key).post("/articles", body.replace("只有", "还有"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(titles("?state=draft&section=" + section)).containsExactly("只有一篇");
    }

    @Test
    void versionInTheAnswerIsTheOneThatIsStored() {
        Http.Answer drafted = reporter.post("/articles", """
                {"section":"%s","title":"两位作者","tags":["一","二","三"],
                 "credits":[{"role":"记者","name":"田穗"},{"role":"图","name":"钟亦安"}],"aliases":["/%s/1","/%s/2"]}
                """.formatted(section, section, section));
        String path = drafted.header("Location").substring("/content".length());

        assertThat(reporter.get(path).header("ETag")).isEqualTo(drafted.header("ETag"));
        assertThat(reporter.get("/articles/?limit=1").status()).isEqualTo(200);
        assertThat(reporter.get(path).header("ETag")).isEqualTo(drafted.header("ETag"));
    }

    @Test
    void headlinesComeBackAsTheyWereWritten() {
        String kicker = "秋粮收购 ——";
        String title = "一粒米的路　　从梯田到餐桌——青岚县“𠮷米” 走出  大山";
        String subtitle = "—— 记者蹲点三日 ";
        String path = draft(title, ",\"kicker\":\"%s\",\"subtitle\":\"%s\"".formatted(kicker, subtitle));
        publish(path);

        JsonObject article = anybody.get(path).json();
        JsonObject listed = anybody.get("/articles?section=" + section)
                .json()
                .getJsonArray("items")
                .getJsonObject(0);

        for (JsonObject seen : List.of(article, listed)) {
            assertThat(seen.getString("kicker")).isEqualTo(kicker);
            assertThat(seen.getString("title")).isEqualTo(title);
            assertThat(seen.getString("subtitle")).isEqualTo(subtitle);
        }
    }

    /** In years with summer time, too, and before the time zone was made. */
    @Test
    void articleOfTheLastCenturyIsListedAtItsDate() {
        publish(draft("今天的稿", ""));
        for (String at : List.of("1988-07-01T08:00:00+08:00", "1958-10-01T00:00:00Z", "1901-01-01T00:00:00.5+08:05")) {
            Reviewers.publish(anybody, draft(at, ""), "{\"at\":\"%s\",\"reason\":\"老报纸补录\"}".formatted(at));
        }

        JsonObject list = anybody.get("/articles?until=2000-01-01T00:00:00Z&section=" + section)
                .json();

        assertThat(list.getJsonArray("items").getValuesAs(JsonObject.class))
                .extracting(item -> item.getString("publishedAt"))
                .containsExactly("1988-07-01T00:00:00Z", "1958-10-01T00:00:00Z", "1900-12-31T15:55:00.500Z");
        assertThat(titles("?section=" + section).get(0)).isEqualTo("今天的稿");
    }

    @Test
    void bylineAtTheHeadOfTheTextBecomesCredits() {
        String path = draft("秋收", ",\"body\":\"<p>　　本报讯（记者张泽青 通讯员杨郭）稻子收完了。</p>\"");

        JsonObject article = reporter.get(path).json();

        assertThat(article.getString("dateline")).isEqualTo("本报讯");
        assertThat(article.getJsonArray("credits")).hasSize(2);
        assertThat(article.getString("body")).isEqualTo("<p>稻子收完了。</p>");
    }

    @Test
    void movedSectionTakesItsArticlesAlongAndLeavesAnAddressBehind() {
        String below = section + "/towns";
        chief.put("/sections/" + below, "{\"name\":\"镇街\"}");
        String path = reporter.post("/articles", "{\"section\":\"%s\",\"title\":\"镇里的事\"}".formatted(below))
                .header("Location")
                .substring("/content".length());
        publish(path);
        String etag = anybody.get("/sections/" + section).header("ETag");

        Http.Answer moved = chief.with("If-Match", etag)
                .put("/sections/" + section, "{\"name\":\"新闻\",\"path\":\"%s-new\"}".formatted(section));

        assertThat(moved.status()).isEqualTo(200);
        assertThat(anybody.get("/sections/" + below).status()).isEqualTo(301);
        assertThat(anybody.get("/sections/" + below).header("Location"))
                .isEqualTo("/content/sections/" + section + "-new/towns");
        assertThat(anybody.get(path).json().getString("section")).isEqualTo(section + "-new/towns");
        assertThat(titles("?section=" + section + "-new")).containsExactly("镇里的事");
    }

    @Test
    void hiddenSectionIsReachedByAddressAndIsInNoList() {
        String path = draft("版权声明", ",\"tags\":[\"%s\"]".formatted(section));
        publish(path);
        String etag = anybody.get("/sections/" + section).header("ETag");

        chief.with("If-Match", etag).put("/sections/" + section, "{\"name\":\"站务\",\"hidden\":true}");

        assertThat(anybody.get(path).status()).isEqualTo(200);
        assertThat(titles("?section=" + section)).isEmpty();
        assertThat(titles("?tag=" + section)).isEmpty();
    }

    @Test
    void sectionWithArticlesIsNotDeleted() {
        draft("还在用", "");
        String etag = anybody.get("/sections/" + section).header("ETag");

        Http.Answer refused = chief.with("If-Match", etag).delete("/sections/" + section, null);

        assertThat(refused.status()).isEqualTo(409);
    }

    @Test
    void treeHasAtMostFiveHundredSections() {
        List<String> opened = new ArrayList<>();
        try {
            Http.Answer answer;
            do {
                String path = section + "/n" + opened.size();
                answer = chief.put("/sections/" + path, "{\"name\":\"第 %d 个\"}".formatted(opened.size()));
                if (answer.status() == 201) {
                    opened.add(path);
                }
            } while (answer.status() == 201 && opened.size() <= 500);

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.json().getString("type")).endsWith("too-many-sections");
            assertThat(anybody.get("/sections").json().getJsonArray("items")).hasSize(500);
        } finally {
            opened.forEach(path -> chief.with("If-Match", "*").delete("/sections/" + path, null));
        }
    }

    @Test
    void pagesOfAListHoldEveryArticleOnceThoughOthersArriveMeanwhile() {
        List<String> expected = new ArrayList<>();
        for (int number = 7; number >= 1; number--) {
            String title = "第" + (8 - number) + "篇";
            publish(draft(title, ""));
            expected.add(0, title);
        }

        List<String> seen = new ArrayList<>();
        String next = "/articles?limit=3&section=" + section;
        while (next != null) {
            JsonObject page = anybody.get(next).json();
            page.getJsonArray("items").getValuesAs(JsonObject.class).forEach(item -> seen.add(item.getString("title")));
            next = page.get("next") instanceof JsonString path
                    ? path.getString().substring("/content".length())
                    : null;
            publish(draft("插队的", ""));
        }

        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void logHoldsNoTextOnceItIsWithdrawn() {
        long before = anybody.get("/changes?after=0&limit=1")
                .json()
                .getJsonNumber("last")
                .longValue();
        String path = draft("日志里没有它", "");
        String etag = publish(path);
        chief.with("If-Match", etag).delete(path + "/publication", "{\"reason\":\"核实\"}");

        Http.Answer log = anybody.get("/changes?after=" + before);

        assertThat(log.body())
                .contains("\"published\"")
                .contains("\"withdrawn\"")
                .doesNotContain("日志里没有它");
    }

    @Test
    void positionThatTheLogHasNotReachedIsGone() {
        assertThat(anybody.get("/changes?after=999999999").status()).isEqualTo(410);
    }

    @Test
    void reservedTextLeavesInNoListAndNoLogButForTheSyndicator() {
        String path = draft("只给伙伴", ",\"body\":\"<p>全文在此</p>\",\"rights\":{\"syndication\":\"partners\"}");
        publish(path);
        String list = "/articles?fields=full&section=" + section;
        long last = anybody.get("/changes?after=0&limit=1")
                .json()
                .getJsonNumber("last")
                .longValue();
        String log = "/changes?after=" + (last - 1);

        assertThat(anybody.get(list).body()).doesNotContain("全文在此");
        assertThat(anybody.get(log).body()).doesNotContain("全文在此");
        assertThat(anybody.as("syndicator").get(log).body()).contains("全文在此");
        assertThat(anybody.get(path).body()).contains("全文在此");
    }

    @Test
    void answerToCredentialsIsKeptByNoSharedCache() {
        String path = draft("公开稿件", "");
        publish(path);

        assertThat(reporter.get(path).header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(String.join(",", anybody.get(path).response().headers().allValues("Vary")))
                .contains("Authorization");
    }

    @Test
    void bodyOverTheLimitIsRefusedWithoutStoringAnything() {
        String body = "{\"section\":\"%s\",\"title\":\"太长\",\"body\":\"%s\"}".formatted(section, "长".repeat(700_000));

        Http.Answer refused = reporter.post("/articles", body);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(titles("?state=draft&section=" + section)).isEmpty();
    }

    @Test
    void everyWrongFieldIsNamed() {
        Http.Answer refused = reporter.with("Accept-Language", "en").post("/articles", """
                {"section":"%s","title":"","tags":["坏\\u0008字"],"credits":[{"role":"记者"}],"kind":"rumour"}
                """.formatted(section));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().getJsonArray("errors").getValuesAs(JsonObject.class))
                .extracting(error -> error.getString("field"))
                .containsExactlyInAnyOrder("title", "tags[0]", "credits[0].name", "kind");
    }

    @Test
    void wrongPasswordIsToldEvenWhereReadingIsOpen() {
        Http.Answer refused = anybody.with("Authorization", "Basic eDp5").get("/articles");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).contains("Basic");
        assertThat(refused.response().headers().firstValue("Set-Cookie")).isEmpty();
    }

    /** The example of the contract is sent as it stands, but for what names other things: section, pictures, old paths. */
    @Test
    void everyFieldThatAnEditorWritesComesBack() {
        JsonObject contract = Json.createReader(new StringReader(Contracts.read("article.json")))
                .readObject();
        JsonObject draft = Json.createObjectBuilder(contract)
                .add("section", section)
                .add("aliases", Json.createArrayBuilder().add("/" + section + "/1.html"))
                .remove("images")
                .build();
        Http.Answer listed = anybody.as("chief-editor")
                .with("If-Match", "*")
                .send(
                        "PUT",
                        "/sources",
                        "text/csv",
                        "name,aliases,hosts\n"
                                + contract.getJsonObject("source").getString("name") + ",,\n");
        assertThat(listed.status()).as(listed.body()).isIn(200, 201);
        String path = reporter.post("/articles", draft.toString()).header("Location");
        publish(path.substring("/content".length()));

        JsonObject article = anybody.get(path.substring("/content".length())).json();

        for (String field : List.of(
                "section",
                "kind",
                "kicker",
                "title",
                "subtitle",
                "summary",
                "dateline",
                "credits",
                "editors",
                "source",
                "original",
                "rights",
                "tags",
                "aliases",
                "body",
                "attachments",
                "flags")) {
            assertThat(article.get(field)).as(field).isNotNull().isEqualTo(draft.get(field));
        }
        for (String ours : List.of("id", "uri", "url", "state", "createdAt", "publishedAt", "updatedAt")) {
            assertThat(article.get(ours)).as(ours).isNotNull();
        }
        assertThat(article.getString("id")).isNotEqualTo(contract.getString("id"));
        assertThat(article.getJsonArray("corrections")).isEmpty();
    }

    @Test
    void fieldsOfAnArticleAreThoseOfTheContract() {
        JsonObject contract = Json.createReader(new StringReader(Contracts.read("article.json")))
                .readObject();
        String path = draft("合同", ",\"body\":\"<p>正文</p>\",\"tags\":[\"合同\"],\"kicker\":\"引题\"");
        publish(path);

        JsonObject article = anybody.get(path).json();

        assertThat(Contracts.fields(contract)).containsAll(Contracts.fields(article));
    }

    private String draft(String title, String more) {
        Http.Answer drafted =
                reporter.post("/articles", "{\"section\":\"%s\",\"title\":\"%s\"%s}".formatted(section, title, more));
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        return drafted.header("Location").substring("/content".length());
    }

    private String publish(String path) {
        Reviewers.approve(anybody, path);
        Http.Answer published =
                chief.with("If-Match", reporter.get(path).header("ETag")).put(path + "/publication", "{}");
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        return published.header("ETag");
    }

    private List<String> titles(String query) {
        return reporter.get("/articles" + query).json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("title"))
                .toList();
    }
}
