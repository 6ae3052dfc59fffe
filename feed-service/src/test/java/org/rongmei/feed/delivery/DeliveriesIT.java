// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongmei.feed.partner.Newsroom;
import org.rongmei.test.Http;

/** Who was given what, who knows that it must go, and who has asked too often. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DeliveriesIT {

    private static final String TERMS = "\"kinds\":[\"original\",\"reprint\"],\"syndication\":\"partners\","
            + "\"validFrom\":\"2026-01-01T00:00:00Z\"";

    @Deployment(name = "feeds", order = 2, testable = false)
    static WebArchive service() {
        return Newsroom.node("feeds");
    }

    @Deployment(name = "content", order = 1, testable = false)
    static WebArchive articles() {
        return Newsroom.content();
    }

    @Deployment(name = "other", order = 3, testable = false)
    static WebArchive otherNode() {
        return Newsroom.node("other");
    }

    private final Newsroom newsroom = new Newsroom();
    private final String login = "taker-" + newsroom.key;
    private String news = "";
    private String folder = "";

    @BeforeEach
    void publishThree() {
        news = newsroom.open("news");
        folder = "/partner/sections/" + news + "/";
        for (int number = 1; number <= 3; number++) {
            newsroom.publish(number, "news");
        }
        awaitArticle(3);
    }

    private void awaitArticle(int number) {
        for (Http node : List.of(newsroom.feeds, newsroom.other)) {
            await().atMost(Newsroom.SOON)
                    .until(() ->
                            node.get("/sections/" + news + "/rss.xml").body().contains(newsroom.article(number)));
        }
    }

    private Http partner(String name) {
        return partner(name, "");
    }

    private Http partner(String name, String more) {
        return newsroom.partner(name, "\"sections\":[\"" + news + "\"]," + TERMS + more);
    }

    private JsonObject holders(int number) {
        String uri = URLEncoder.encode(newsroom.uri(number), StandardCharsets.UTF_8);
        Http.Answer answer = newsroom.chief.get("/deliveries?uri=" + uri);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<JsonObject> items(JsonObject list) {
        return list.getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private JsonObject holding(int number, String who) {
        return items(holders(number)).stream()
                .filter(item -> item.getString("partner").equals(who))
                .findFirst()
                .orElseThrow();
    }

    private void withdrawAndWait(int number) {
        newsroom.withdraw(number);
        for (Http node : List.of(newsroom.feeds, newsroom.other)) {
            await().atMost(Newsroom.SOON)
                    .until(() ->
                            !node.get("/sections/" + news + "/rss.xml").body().contains(newsroom.article(number)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rss.xml", "atom.xml", "feed.json", "ninjs.json"})
    void feedsCountAsDelivered(String file) {
        Http taker = partner(login);
        assertThat(items(holders(1))).isEmpty();

        Http.Answer feed = taker.get(folder + file);
        taker.with("If-None-Match", feed.header("ETag")).get(folder + file);

        JsonObject delivery = holding(1, login);
        assertThat(delivery.getString("uri")).isEqualTo(newsroom.uri(1));
        assertThat(delivery.getInt("version")).isEqualTo(1);
        assertThat(delivery.getInt("times")).as("a 304 delivers nothing").isEqualTo(1);
        assertThat(delivery.getString("way"))
                .isEqualTo(file.replaceAll("feed\\.json", "json.x").split("\\.")[0]);
        assertThat(Instant.parse(delivery.getString("firstAt"))).isBeforeOrEqualTo(Instant.now());
        assertThat(delivery).doesNotContainKey("goneAt");
    }

    @Test
    void whoHasAnArticleIsKnownAtEveryNode() {
        partner(login).get("/partner/changes");
        Newsroom.holder(newsroom.other, tokenOf(login + "-2")).get("/partner/articles/" + newsroom.article(1));

        await().atMost(Newsroom.SOON)
                .untilAsserted(() -> assertThat(items(holders(1)))
                        .extracting(item -> item.getString("partner") + " " + item.getString("way"))
                        .containsExactly(login + " changes", login + "-2 article"));
        assertThat(items(holders(2)))
                .extracting(item -> item.getString("partner"))
                .containsExactly(login);
    }

    private String tokenOf(String name) {
        partner(name);
        return newsroom.token(name);
    }

    @Test
    void recallShowsWhoKnowsOfAWithdrawalAndHowLongItTook() {
        Http byLog = partner(login + "-log");
        Http byManifest = partner(login + "-manifest");
        Http byFeed = partner(login + "-feed");
        Http byRss = partner(login + "-rss");
        Http never = partner(login + "-never");
        String last = byLog.get("/partner/changes").json().getString("last");
        for (Http taker : List.of(byManifest, never, byRss)) {
            taker.get(folder + "rss.xml");
        }
        byFeed.get(folder + "atom.xml");
        byManifest.get("/partner/manifest");
        assertThat(holding(2, login + "-manifest")).doesNotContainKey("goneAt");

        withdrawAndWait(2);
        assertThat(holders(2).getString("withdrawnAt")).isEqualTo("2026-11-02T04:00:00Z");
        byLog.get("/partner/changes?after=" + last);
        byManifest.get("/partner/manifest");
        byFeed.get(folder + "atom.xml");
        byRss.get(folder + "rss.xml");

        for (String way : List.of("changes", "manifest", "atom")) {
            String who = login + "-" + way.replace("changes", "log").replace("atom", "feed");
            JsonObject holding = holding(2, who);
            assertThat(holding.getString("goneWay")).as(who).isEqualTo(way);
            Instant gone = Instant.parse(holding.getString("goneAt"));
            assertThat(holding.getJsonNumber("secondsUntilGone").longValue())
                    .isEqualTo(gone.getEpochSecond()
                            - Instant.parse("2026-11-02T04:00:00Z").getEpochSecond());
            assertThat(holding(1, who)).doesNotContainKey("goneAt");
        }
        for (String who : List.of(login + "-never", login + "-rss")) {
            assertThat(holding(2, who)).as(who).doesNotContainKey("goneAt");
            assertThat(holding(2, who)).doesNotContainKey("secondsUntilGone");
        }
    }

    @Test
    void manifestOfBeforeTheWithdrawalIsNoProof() {
        Http taker = partner(login);
        taker.get(folder + "rss.xml");
        taker.get("/partner/manifest");

        withdrawAndWait(3);

        assertThat(holding(3, login)).doesNotContainKey("goneAt");
    }

    @Test
    void whatAPartnerTookIsListedTheLatestFirstPageByPage() {
        Http taker = partner(login);
        for (int number = 1; number <= 3; number++) {
            taker.get("/partner/articles/" + newsroom.article(number));
        }
        List<String> uris = new ArrayList<>();
        String address = "/deliveries?limit=2&partner=" + login;
        Http.Answer page = newsroom.chief.get(address);
        assertThat(Instant.parse(page.json().getString("lastAskedAt"))).isAfter(Instant.parse("2026-11-02T04:00:00Z"));
        items(page.json()).forEach(item -> uris.add(item.getString("uri")));
        assertThat(page.header("Link")).endsWith("; rel=\"next\"");
        String next = page.json().getString("next");
        Http.Answer rest = newsroom.chief.get(next.substring("/feeds".length()));
        items(rest.json()).forEach(item -> uris.add(item.getString("uri")));

        assertThat(uris).containsExactly(newsroom.uri(3), newsroom.uri(2), newsroom.uri(1));
        assertThat(rest.json()).doesNotContainKey("next");
        JsonObject nobody =
                newsroom.chief.get("/deliveries?partner=nobody-" + newsroom.key).json();
        assertThat(items(nobody)).isEmpty();
        assertThat(nobody).doesNotContainKey("lastAskedAt");
    }

    @Test
    void deliveriesAreTheChiefEditorsBusiness() {
        Http taker = partner(login);

        assertThat(newsroom.feeds.get("/deliveries?partner=" + login).status()).isEqualTo(401);
        for (String role : List.of("reporter", "editor", "syndicator", "partner")) {
            assertThat(newsroom.feeds
                            .as(role)
                            .get("/deliveries?partner=" + login)
                            .status())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(taker.get("/deliveries?partner=" + login).status()).isEqualTo(401);
        assertThat(newsroom.chief.get("/deliveries").status()).isEqualTo(400);
        assertThat(newsroom.chief.get("/deliveries?partner=a&uri=b").status()).isEqualTo(400);
        assertThat(newsroom.chief.get("/deliveries?partner=a&limit=1000").status())
                .isEqualTo(400);
        assertThat(newsroom.chief.get("/deliveries?partner=a&cursor=x").status())
                .isEqualTo(400);
    }

    @Test
    void quotaIsSharedByAllNodesAndSaysWhenToComeBack() {
        Http here = partner(login, ",\"quota\":{\"requests\":4,\"per\":\"day\"}");
        Http there = Newsroom.holder(newsroom.other, newsroom.token(login));
        for (int count = 0; count < 2; count++) {
            assertThat(here.get("/partner/manifest").status()).isEqualTo(200);
            assertThat(there.get("/partner/manifest").status()).isEqualTo(200);
        }

        // Nodes hear of each other every second: until then, each lets through what it would alone.
        await().atMost(Newsroom.SOON)
                .untilAsserted(
                        () -> assertThat(here.get("/partner/manifest").status()).isEqualTo(429));
        await().atMost(Newsroom.SOON)
                .untilAsserted(() ->
                        assertThat(there.get("/partner/manifest").status()).isEqualTo(429));
        Http.Answer refused = here.with("Accept-Language", "en").get(folder + "rss.xml");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().getString("detail")).contains("4 requests per day");
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 86_401L);
        assertThat(partner(login + "-2").get(folder + "rss.xml").status())
                .as("somebody else")
                .isEqualTo(200);

        newsroom.agree(
                login,
                "{\"name\":\"门户\",\"sections\":[\"" + news + "\"]," + TERMS
                        + ",\"quota\":{\"requests\":100,\"per\":\"day\"}}");
        assertThat(here.get(folder + "rss.xml").status()).isEqualTo(200);
    }

    @Test
    void patientPollingIsNeverRefused() {
        Http taker = partner(login, ",\"quota\":{\"requests\":2,\"per\":\"day\"}");
        String tag = taker.get(folder + "rss.xml").header("ETag");
        assertThat(taker.get("/partner/manifest").status()).isEqualTo(200);
        assertThat(taker.get("/partner/manifest").status()).isEqualTo(429);

        assertThat(taker.with("If-None-Match", tag).get(folder + "rss.xml").status())
                .isEqualTo(304);
        assertThat(taker.with("If-None-Match", tag).get(folder + "rss.xml").status())
                .as("again within the minute")
                .isEqualTo(429);
    }

    @Test
    void metricsCountWhatPartnersTakeAndDoNotSayWhoTheyAre() {
        Http taker = partner(login);
        double requests = metric("partner_requests");
        double articles = metric("partner_articles");

        taker.get("/partner/changes");

        assertThat(metric("partner_requests")).isEqualTo(requests + 1);
        assertThat(metric("partner_articles")).isEqualTo(articles + 3);
        assertThat(metrics()).doesNotContain(login);
    }

    /** Of all nodes of this server. */
    private static double metric(String name) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(name + "_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static String metrics() {
        return Http.at("http://localhost:" + System.getProperty("rongmei.it.port"))
                .get("/metrics")
                .body();
    }
}
