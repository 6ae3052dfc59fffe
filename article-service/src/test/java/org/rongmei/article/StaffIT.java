// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongmei.test.Deployments;
import org.rongmei.test.Http;
import org.rongmei.test.Reviewers;

/** The people behind the logins, and what is told of their work. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StaffIT {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Deployment(testable = false)
    static WebArchive service() {
        return Deployments.service("article-service", "content");
    }

    private final Http anybody = Http.at("http://localhost:" + System.getProperty("rongmei.it.port") + "/content");
    private final Http chief = anybody.as("chief-editor");
    private String section;

    @BeforeEach
    void openSection() {
        section = "p" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(chief.put("/sections/" + section, "{\"name\":\"镇街\"}").status())
                .isEqualTo(201);
    }

    @Test
    void chiefEditorWritesDownWhoIsWho() {
        String login = "someone-" + section;
        Http.Answer created = chief.put("/staff/" + login, person("韩青禾", "记者", "G37000000000001", inDays(400)));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.json().getJsonArray("hints")).isEmpty();
        assertThat(chief.put("/staff/" + login, "{\"name\":\"别人\"}").status()).isEqualTo(428);
        assertThat(chief.with("If-Match", "\"staff-99\"")
                        .put("/staff/" + login, "{\"name\":\"别人\"}")
                        .status())
                .isEqualTo(412);

        Http.Answer changed = chief.with("If-Match", created.header("ETag"))
                .put("/staff/" + login, person("韩青禾", "首席记者", "G37000000000001", inDays(30)));

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        JsonObject read = chief.get("/staff/" + login).json();
        assertThat(read.getString("position")).isEqualTo("首席记者");
        assertThat(read.getJsonObject("pressCard").getString("number")).isEqualTo("G37000000000001");
        assertThat(read.getJsonArray("hints").getString(0)).contains("韩青禾").contains("30");
        assertThat(chief.with("If-None-Match", chief.get("/staff/" + login).header("ETag"))
                        .get("/staff/" + login)
                        .status())
                .isEqualTo(304);
    }

    @Test
    void everybodyIsListedByLogin() {
        for (int number = 1; number <= 3; number++) {
            chief.put("/staff/" + section + number, "{\"name\":\"某人\"}");
        }
        JsonObject first = chief.get("/staff?limit=2").json();
        assertThat(first.getJsonArray("items")).hasSize(2);
        assertThat(chief.get(first.getString("next").substring("/content".length()))
                        .json()
                        .getJsonArray("items"))
                .isNotEmpty();
        List<String> logins = first.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("login"))
                .toList();
        assertThat(logins).isSorted();
    }

    @Test
    void whoAsksLearnsWhoTheyAre() {
        known("reporter2", "林小满", inDays(-3));

        JsonObject me = anybody.as("reporter2").get("/me").json();
        JsonObject unknown = anybody.as("syndicator").get("/me").json();

        assertThat(me.getString("login")).isEqualTo("reporter2");
        assertThat(me.getJsonArray("roles").getString(0)).isEqualTo("reporter");
        assertThat(me.getString("name")).isEqualTo("林小满");
        assertThat(me.getJsonArray("hints").getString(0)).contains("过期");
        assertThat(unknown.getString("login")).isEqualTo("syndicator");
        assertThat(unknown).doesNotContainKey("name");
    }

    @Test
    void expiringPressCardIsAHintAndNoObstacle() {
        known("press-" + section, "甲" + section, inDays(-1));
        known("soon-" + section, "乙" + section, inDays(10));
        known("good-" + section, "丙" + section, inDays(300));
        String path = draft("""
                ,"credits":[{"role":"记者","name":"甲%1$s"},{"role":"记者","name":"乙%1$s"},
                {"role":"记者","name":"丙%1$s"},{"role":"通讯员","name":"丁%1$s"}]""".formatted(section));

        Http.Answer submitted = anybody.as("reporter").with("If-Match", "*").put(path + "/submission", "");

        assertThat(submitted.status()).isEqualTo(200);
        assertThat(submitted.json().getJsonArray("hints").getValuesAs(JsonObject.class))
                .extracting(hint ->
                        hint.getString("kind") + " " + hint.getString("severity") + " " + hint.getString("excerpt"))
                .containsExactly("press-card warning 甲" + section, "press-card info 乙" + section);
    }

    @Test
    void editorsAreNamedByTheirRealNames() {
        known("editor2", "周知远", inDays(300));
        String path = draft(",\"editors\":[{\"role\":\"责任编辑\",\"name\":\"editor2\"}]");

        assertThat(anybody.as("reporter")
                        .get(path)
                        .json()
                        .getJsonArray("editors")
                        .getJsonObject(0)
                        .getString("name"))
                .isEqualTo("周知远");
    }

    /** The issue's own sentence: told in full from the sheet and the audit alone. */
    @Test
    void wholeLifeIsToldByTheReviewSheetAndTheAudit() {
        known("editor2", "周知远", inDays(300));
        known("chief-editor2", "沈若谷", inDays(300));
        Http reporter = anybody.as("reporter").with("If-Match", "*");
        String path = draft("");
        reporter.put(path, article("六十二户通水。", ""));
        reporter.put(path + "/submission", "");
        review(path, "editor2", "{\"verdict\":\"return\",\"note\":\"户数有误\"}");
        reporter.put(path, article("二十六户通水。", ""));
        reporter.put(path + "/submission", "");
        review(path, "editor2", "{\"verdict\":\"approve\"}");
        review(path, "editor3", "{\"verdict\":\"approve\",\"note\":\"已核\"}");
        review(path, "chief-editor2", "{\"verdict\":\"approve\"}");
        Http.Answer published = chief.with("If-Match", "*").put(path + "/publication", "{}");
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        Reviewers.replace(anybody, path, article("二十六户昨日通水。", ""));
        chief.with("If-Match", "*").post(path + "/corrections", "{\"text\":\"原文户数有误。\"}");
        chief.with("If-Match", "*").delete(path + "/publication", "{\"reason\":\"当事人要求\"}");

        Http.Answer answer = anybody.as("editor").get(path + "/review-sheet");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        Document sheet = Jsoup.parse(answer.body());
        assertThat(sheet.select("h1").text()).isEqualTo("审稿单");
        assertThat(sheet.text())
                .contains("已撤稿", "周知远（editor2）", "户数有误", "已核", "沈若谷（chief-editor2），", "原文户数有误。", "当事人要求", "镇街");
        List<String> told = anybody
                .as("editor")
                .get(path + "/audit?limit=100")
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(entry -> entry.getString("action") + " " + entry.getString("login"))
                .toList();
        assertThat(told)
                .startsWith(
                        "drafted reporter",
                        "revised reporter",
                        "submitted reporter",
                        "returned editor2",
                        "revised reporter",
                        "submitted reporter",
                        "approved editor2",
                        "approved editor3",
                        "approved chief-editor2",
                        "published chief-editor",
                        "revised chief-editor")
                .endsWith("corrected chief-editor", "withdrawn chief-editor");
        assertThat(told.stream().filter(line -> line.startsWith("published")))
                .as("the second version was published as well")
                .hasSize(2);
        assertThat(sheet.select("del, ins").eachText())
                .as("what each version changed can be seen")
                .contains("昨日");
        assertThat(sheet.select("h2").eachText()).containsSubsequence("三审", "经过", "版本", "更正", "文稿");
    }

    @Test
    void whatStandsInTheTextIsNoMarkupOfTheSheet() {
        String path = draft("").toString();
        anybody.as("reporter")
                .with("If-Match", "*")
                .put(path, article("正文", "").replace("镇街稿", "<script>alert(1)</script>&<b>题</b>"));

        String html = anybody.as("editor").get(path + "/review-sheet").body();

        assertThat(Jsoup.parse(html).select("script")).isEmpty();
        assertThat(Jsoup.parse(html).select(".facts td").first().text())
                .isEqualTo("<script>alert(1)</script>&<b>题</b>");
    }

    /** A review is a fact of the day it was made: it takes no account to go on being one. */
    @Test
    void reviewsOfSomebodyWhoHasLeftStayValid() {
        String path = draft("");
        anybody.as("reporter").with("If-Match", "*").put(path + "/submission", "");
        review(path, "editor", "{\"verdict\":\"approve\"}");
        Http.Answer known = chief.get("/staff/editor");
        chief.with("If-Match", known.status() == 200 ? "*" : "")
                .put("/staff/editor", "{\"name\":\"贺明川\",\"active\":false}");
        review(path, "editor2", "{\"verdict\":\"approve\"}");
        review(path, "chief-editor2", "{\"verdict\":\"approve\"}");

        Http.Answer published = chief.with("If-Match", "*").put(path + "/publication", "{}");

        assertThat(published.status()).as(published.body()).isEqualTo(200);
        assertThat(anybody.as("editor").get(path + "/review-sheet").body()).contains("贺明川（editor）");
    }

    private void review(String path, String login, String body) {
        Http.Answer reviewed = anybody.as(login).with("If-Match", "*").post(path + "/reviews", body);
        assertThat(reviewed.status()).as(reviewed.body()).isEqualTo(200);
    }

    private void known(String login, String name, LocalDate validTo) {
        Http.Answer written = chief.with("If-Match", "*").put("/staff/" + login, person(name, "记者", "G1", validTo));
        assertThat(written.status()).as(written.body()).isIn(200, 201);
    }

    private static String person(String name, String position, String card, LocalDate validTo) {
        return "{\"name\":\"%s\",\"position\":\"%s\",\"pressCard\":{\"number\":\"%s\",\"validTo\":\"%s\"}}"
                .formatted(name, position, card, validTo);
    }

    private static LocalDate inDays(int days) {
        return LocalDate.now(CHINA).plusDays(days);
    }

    private String article(String text, String more) {
        return "{\"section\":\"%s\",\"title\":\"镇街稿\",\"body\":\"<p>%s</p>\"%s}".formatted(section, text, more);
    }

    private String draft(String more) {
        Http.Answer drafted = anybody.as("reporter").post("/articles", article("正文", more));
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        return drafted.header("Location").substring("/content".length());
    }
}
