// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongmei.test.Contracts;
import org.rongmei.test.Deployments;
import org.rongmei.test.Http;

/** Pages and registers looked at over HTTP. What is found in which page has tables of its own, in check. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ChecksIT {

    /** The foot of the reference page: a label without a number, and no police filing, complaint channel or privacy link. */
    private static final String REFERENCE = "<html lang='zh-CN'><title>诸城新闻网</title><body><h1>诸城</h1><footer>"
            + "新闻信息服务许可证&nbsp;&nbsp;备案号:鲁ICP备2021025553号-1&nbsp;&nbsp;主管:中共诸城市委宣传部</footer>";

    @Deployment(testable = false)
    static WebArchive service() {
        return Deployments.service("site-info-service", "site-info");
    }

    private final Http anybody = Http.at("http://localhost:" + System.getProperty("rongmei.it.port") + "/site-info");
    private final Http admin = anybody.as("site-admin");
    private final String site = "s" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void findingIsThatOfTheContract() {
        JsonObject found = finding(check("html", "<footer><p>新闻信息服务许可证</p></footer>"), "NEWS_LICENCE_NUMBER_MISSING");

        assertThat(found)
                .isEqualTo(Json.createReader(new StringReader(Contracts.read("findings.json")))
                        .readObject()
                        .getJsonArray("findings")
                        .getJsonObject(0));
    }

    @Test
    void whatTheReferencePageLacksIsFoundWithItsLaw() {
        JsonObject answer = check("html", REFERENCE);

        assertThat(ids(answer))
                .contains(
                        "NEWS_LICENCE_NUMBER_MISSING",
                        "PSB_MISSING",
                        "REPORT_CHANNEL_MISSING",
                        "PRIVACY_POLICY_LINK_MISSING",
                        "ICP_LINK_MISSING");
        assertThat(List.of(
                        "NEWS_LICENCE_NUMBER_MISSING",
                        "PSB_MISSING",
                        "REPORT_CHANNEL_MISSING",
                        "PRIVACY_POLICY_LINK_MISSING"))
                .allSatisfy(id -> assertThat(
                                finding(answer, id).getJsonObject("law").getString("name"))
                        .isNotBlank());
    }

    @Test
    void lawIsThatOfTheMoment() {
        JsonObject then = check(question("html", REFERENCE).add("at", "2025-12-31T15:59:59Z"));
        JsonObject now = check(question("html", REFERENCE).add("at", "2025-12-31T16:00:00Z"));

        assertThat(finding(then, "REPORT_CHANNEL_MISSING").getJsonObject("law").getString("article"))
                .isEqualTo("第四十九条");
        assertThat(finding(now, "REPORT_CHANNEL_MISSING").getJsonObject("law").getString("article"))
                .isEqualTo("第五十一条");
    }

    @Test
    void numbersAreComparedWithTheRegisterOfThatMoment() {
        register("{\"name\":\"甲\",\"identifiers\":[{\"kind\":\"icp-record\",\"number\":\"鲁ICP备2020012345号-1\"}]}");
        String before = Instant.now().toString();
        register("{\"name\":\"甲\",\"identifiers\":[{\"kind\":\"icp-record\",\"number\":\"鲁ICP备2021025553号-1\"}]}");

        assertThat(ids(check(question("html", REFERENCE).add("site", site)))).doesNotContain("REGISTER_MISMATCH");
        JsonObject mismatch =
                finding(check(question("html", REFERENCE).add("site", site).add("at", before)), "REGISTER_MISMATCH");
        assertThat(mismatch.getString("message")).contains("鲁ICP备2021025553号-1", "鲁ICP备2020012345号-1");
        assertThat(REFERENCE.substring(mismatch.getInt("offset"))).startsWith("鲁ICP备");
    }

    @Test
    void whatIsAnErrorAtHomeIsAWarningElsewhere() {
        assertThat(finding(check("html", "<p>甲"), "ICP_MISSING").getString("severity"))
                .isEqualTo("error");
        assertThat(finding(check(question("html", "<p>甲").add("pageKind", "article")), "ICP_MISSING")
                        .getString("severity"))
                .isEqualTo("warning");
    }

    @Test
    void answerIsTheSameForTheSamePageAndSpeaksTheCallersLanguage() {
        String question = question("html", REFERENCE)
                .add("at", "2026-11-25T00:00:00Z")
                .build()
                .toString();

        Http.Answer one = anybody.post("/checks", question);

        assertThat(anybody.post("/checks", question).body()).isEqualTo(one.body());
        assertThat(one.header("Cache-Control")).isEqualTo("no-store");
        assertThat(anybody.with("Accept-Language", "en")
                        .post("/checks", question)
                        .body())
                .contains("The licence's number must be shown");
    }

    @Test
    void registersFindingsAreAFeedAndACalendarToo() throws Exception {
        register("""
                {"name":"甲","identifiers":[{"kind":"news-licence","number":"37120210001","validTo":"%s"}]}
                """.formatted(Instant.now().plus(Duration.ofDays(45))));

        Http.Answer json = anybody.get("/sites/" + site + "/compliance");
        Http.Answer feed = anybody.get("/sites/" + site + "/compliance.rss");
        Http.Answer calendar = anybody.get("/sites/" + site + "/compliance.ics");

        assertThat(ids(json.json())).contains("LICENCE_EXPIRING", "ICP_MISSING");
        assertThat(feed.header("Content-Type")).isEqualTo("application/rss+xml;charset=utf-8");
        assertThat(feed.body())
                .contains(
                        "还有90天到期",
                        "还有60天到期",
                        "<link>https://news.example/site-info/sites/" + site + "/compliance</link>")
                .doesNotContain("还有30天到期");
        assertThat(calendar.header("Content-Type")).isEqualTo("text/calendar;charset=utf-8");
        Calendar subscribed = new CalendarBuilder().build(new StringReader(calendar.body()));
        subscribed.validate();
        assertThat(subscribed.getComponents(Component.VEVENT)).hasSize(5);
        for (Http.Answer answer : List.of(json, feed, calendar)) {
            assertThat(answer.header("ETag")).isNotBlank();
        }
        assertThat(anybody.with("If-None-Match", feed.header("ETag"))
                        .get("/sites/" + site + "/compliance.rss")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void registersFindingsAreMeasured() {
        register("""
                {"name":"甲","identifiers":[{"kind":"news-licence","number":"37120210001","validTo":"%s"}]}
                """.formatted(Instant.now().plus(Duration.ofDays(45))));

        // Looked at once a minute.
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(Http.at("http://localhost:" + System.getProperty("rongmei.it.port"))
                                .get("/metrics")
                                .body()
                                .lines())
                        .anyMatch(line ->
                                line.startsWith("siteinfo_compliance_findings{") && line.contains("\"" + site + "\""))
                        .anyMatch(line -> line.matches("siteinfo_expiry_days\\{.*\"" + site + "\".*} 4[45]\\.0")));
    }

    @Test
    void hostileBodiesAreAnswered() {
        for (String html : List.of(
                "<div>".repeat(300_000),
                "<p>" + "备案号".repeat(200_000),
                "\u0001\u0002\ufffe<p>".repeat(1_000),
                "<!--".repeat(100_000),
                "<a href='" + "x".repeat(1_000_000))) {
            Http.Answer answer =
                    anybody.post("/checks", question("html", html).build().toString());

            assertThat(answer.status()).as(html.substring(0, 10)).isIn(200, 413);
        }
        assertThat(anybody.post("/checks", "{\"html\":\"" + "<b>".repeat(3_500_000) + "\"}")
                        .status())
                .isEqualTo(413);
    }

    private void register(String register) {
        Http.Answer recorded = admin.with("If-Match", "*").put("/sites/" + site, register);
        assertThat(recorded.status()).as(recorded.body()).isIn(200, 201);
    }

    private JsonObject check(String field, String value) {
        return check(question(field, value));
    }

    private JsonObject check(JsonObjectBuilder question) {
        Http.Answer answer = anybody.post("/checks", question.build().toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static JsonObjectBuilder question(String field, String value) {
        return Json.createObjectBuilder().add(field, value);
    }

    private static List<String> ids(JsonObject answer) {
        return answer.getJsonArray("findings").getValuesAs(JsonObject.class).stream()
                .map(finding -> finding.getString("id"))
                .toList();
    }

    private static JsonObject finding(JsonObject answer, String id) {
        return answer.getJsonArray("findings").getValuesAs(JsonObject.class).stream()
                .filter(finding -> finding.getString("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not in " + answer));
    }
}
