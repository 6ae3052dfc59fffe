// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongmei.feed.feed.FeedFormat;
import org.rongmei.test.Http;

/** Every boundary of a contract, from within and from without. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EntitlementIT {

    private static final String ALL_KINDS = "\"kinds\":[\"original\",\"reprint\"]";
    private static final String FULL =
            ALL_KINDS + ",\"syndication\":\"partners\",\"validFrom\":\"2026-01-01T00:00:00Z\"";

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
    private final String login = "portal-" + newsroom.key;
    private String news = "";
    private String town = "";
    private String sport = "";

    @BeforeEach
    void openSections() {
        newsroom.section("section-opened", "news", "n" + newsroom.key);
        newsroom.section("section-opened", "town", "n" + newsroom.key + "/town");
        sport = newsroom.open("sport");
        news = "n" + newsroom.key;
        town = news + "/town";
        newsroom.publish(1, "news");
        newsroom.publish(2, "town");
        newsroom.publish(3, "sport");
        newsroom.tell(
                "published",
                newsroom.article(4, "town")
                        .add("kind", "reprint")
                        .add("rights", Newsroom.rights("partners"))
                        .add(
                                "source",
                                Json.createObjectBuilder().add("name", "澜川日报").add("url", "https://paper.example/"))
                        .add(
                                "original",
                                Json.createObjectBuilder()
                                        .add("title", "秋收原题")
                                        .add("author", "林远")
                                        .add("url", "https://paper.example/1"))
                        .build());
        newsroom.tell(
                "published",
                newsroom.article(5, "town")
                        .add("kind", "reprint")
                        .add("rights", Newsroom.rights("none"))
                        .build());
        newsroom.tell(
                "published",
                newsroom.article(6, "town").add("kind", "advertorial").build());
        newsroom.publish(7, "town");
        await().atMost(Newsroom.SOON)
                .until(() -> items(newsroom.feeds.get("/sections/" + town + "/feed.json"))
                                        .size()
                                == 4
                        && items(newsroom.other.get("/sections/" + town + "/feed.json"))
                                        .size()
                                == 4);
    }

    private static String feed(String section, FeedFormat format) {
        return "/partner/sections/" + section + "/" + format.fileName();
    }

    private static String feed(String section) {
        return feed(section, FeedFormat.JSON);
    }

    private static List<JsonObject> items(Http.Answer feed) {
        return feed.status() == 200 ? feed.json().getJsonArray("items").getValuesAs(JsonObject.class) : List.of();
    }

    private List<String> uris(Http.Answer feed) {
        return items(feed).stream().map(item -> item.getString("id")).toList();
    }

    private JsonObject item(Http.Answer feed, int number) {
        return items(feed).stream()
                .filter(item -> item.getString("id").equals(newsroom.uri(number)))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void sectionIsInTheContractWithAllBelowItAndNothingAboveOrBeside(FeedFormat format) {
        Http townsOnly = newsroom.partner(login, "\"sections\":[\"" + town + "\"]," + FULL);
        Http whole = newsroom.partner(login + "2", "\"sections\":[\"" + news + "\"]," + FULL);
        Http everything = newsroom.partner(login + "3", "\"sections\":[\"*\"]," + FULL);

        assertThat(townsOnly.get(feed(town, format)).status()).isEqualTo(200);
        for (String section : List.of(news, sport)) {
            Http.Answer refused = townsOnly.with("Accept-Language", "en").get(feed(section, format));
            assertThat(refused.status()).as(section).isEqualTo(403);
            assertThat(refused.json().getString("detail")).contains(section).contains("not in your contract");
        }
        assertThat(whole.get(feed(news, format)).body())
                .contains(newsroom.uri(1), newsroom.uri(2))
                .doesNotContain(newsroom.uri(3));
        assertThat(whole.get(feed(town, format)).status()).isEqualTo(200);
        assertThat(whole.get(feed(sport, format)).status()).isEqualTo(403);
        assertThat(everything.get(feed(sport, format)).status()).isEqualTo(200);
        Http.Answer unknown = whole.with("Accept-Language", "en").get(feed("no/such", format));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().getString("detail")).contains("no/such");
    }

    @ParameterizedTest
    @EnumSource
    void kindsAreThoseOfTheContract(FeedFormat format) {
        String rest = ",\"sections\":[\"" + town + "\"],\"syndication\":\"partners\"";
        Http originals = newsroom.partner(login, "\"kinds\":[\"original\"]" + rest);
        Http reprints = newsroom.partner(login + "2", "\"kinds\":[\"reprint\"]" + rest);
        String archive = "/partner/sections/" + town + "/archive/4/" + format.fileName();

        for (String address : List.of(feed(town, format), archive)) {
            assertThat(originals.get(address).body())
                    .contains(newsroom.uri(2), newsroom.uri(7))
                    .doesNotContain(newsroom.uri(4), newsroom.uri(5), newsroom.uri(6));
            assertThat(reprints.get(address).body())
                    .contains(newsroom.uri(4), newsroom.uri(5))
                    .doesNotContain(newsroom.uri(2), newsroom.uri(7), newsroom.uri(6));
        }
    }

    @ParameterizedTest
    @EnumSource
    void textIsAsFullAsItsRightsAndTheContractAllow(FeedFormat format) {
        String rest = ",\"sections\":[\"" + town + "\"]," + ALL_KINDS;
        Http full = newsroom.partner(login, "\"syndication\":\"partners\"" + rest);
        Http open = newsroom.partner(login + "2", "\"syndication\":\"public\"" + rest);
        String reserved = "）正文" + newsroom.article(4);
        String withheld = "）正文" + newsroom.article(5);
        String free = "）正文" + newsroom.article(2);

        String toFull = text(full.get(feed(town, format)));
        String toOpen = text(open.get(feed(town, format)));
        String toAnybody = text(newsroom.feeds.get("/sections/" + town + "/" + format.fileName()));

        assertThat(toFull).contains(free, reserved).doesNotContain(withheld).contains(newsroom.uri(5));
        assertThat(toOpen).contains(free).doesNotContain(reserved, withheld).contains(newsroom.uri(4));
        assertThat(toAnybody).contains(free).doesNotContain(reserved, withheld);
        assertThat(text(full.get(feed(town, format) + "?content=summary"))).doesNotContain(free, reserved);
    }

    private static String text(Http.Answer feed) {
        return feed.body()
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#x3C;", "<")
                .replace("&#x26;lt;", "<");
    }

    @Test
    void reprintKeepsItsSourceAuthorAndRightsInEveryFormat() {
        Http partner = newsroom.partner(login, "\"sections\":[\"" + town + "\"]," + FULL);
        String credit = "来源：澜川日报；原作者：林远；原题：秋收原题；版权所有：澜川日报社；经授权转载";

        assertThat(partner.get(feed(town, FeedFormat.RSS)).body())
                .contains("<dc:rights>" + credit + "</dc:rights>")
                .contains("<dc:contributor>林远</dc:contributor>")
                .contains("rel=\"license\" href=\"https://licence.example/1\"")
                .contains("<source url=\"https://paper.example/\">澜川日报</source>");
        assertThat(partner.get(feed(town, FeedFormat.ATOM)).body())
                .contains(">" + credit + "</rights>")
                .contains("<contributor>")
                .contains("href=\"https://licence.example/1\"")
                .contains("https://paper.example/1");
        JsonObject extension = item(partner.get(feed(town)), 4).getJsonObject("_rongmei");
        assertThat(extension.getString("rights")).isEqualTo(credit);
        assertThat(extension.getString("licence")).isEqualTo("https://licence.example/1");
        assertThat(extension.getJsonObject("original").getString("author")).isEqualTo("林远");
        assertThat(newsroom.feeds.get("/sections/" + town + "/feed.json").body())
                .as("the public's feed is what it was")
                .doesNotContain("原作者");
    }

    @ParameterizedTest
    @EnumSource
    void answerIsConditionalAndKeptByNoCache(FeedFormat format) {
        Http partner = newsroom.partner(login, "\"sections\":[\"" + town + "\"]," + FULL);
        Http.Answer feed = partner.get(feed(town, format));

        Http.Answer again = partner.with("If-None-Match", feed.header("ETag")).get(feed(town, format));

        assertThat(feed.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(feed.header("Vary")).contains("Authorization");
        assertThat(feed.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(feed.body()).contains("/feeds/partner/sections/" + town);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(partner.send("HEAD", feed(town, format), null, null).status())
                .isEqualTo(200);
        assertThat(partner.post(feed(town, format), "{}").status()).isEqualTo(405);
        Http.Answer refused = newsroom.feeds.get(feed(town, format));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("Cache-Control")).contains("no-store");
        assertThat(refused.response().headers().allValues("WWW-Authenticate"))
                .anyMatch(challenge -> challenge.startsWith("Bearer"))
                .anyMatch(challenge -> challenge.startsWith("Basic"));
    }

    @Test
    void contractIsInForceFromItsFirstMomentToItsLast() {
        String section = "\"sections\":[\"" + town + "\"]," + ALL_KINDS + ",\"syndication\":\"partners\"";
        Http early = newsroom.partner(login, section + ",\"validFrom\":\"2098-01-01T00:00:00Z\"");
        Http late = newsroom.partner(
                login + "2", section + ",\"validFrom\":\"2026-01-01T00:00:00Z\",\"validTo\":\"2026-02-01T00:00:00Z\"");
        Instant end = Instant.now().plusSeconds(10);
        Http ending = newsroom.partner(
                login + "3", section + ",\"validFrom\":\"2026-01-01T00:00:00Z\",\"validTo\":\"" + end + "\"");

        assertThat(ending.get(feed(town)).status()).isEqualTo(200);
        assertThat(refusal(early)).contains("begins at 2098-01-01 08:00");
        assertThat(refusal(late)).contains("ended at 2026-02-01 08:00");
        await().atMost(Newsroom.SOON).until(() -> ending.get(feed(town)).status() == 403);
        assertThat(Instant.now()).isAfterOrEqualTo(end.minusMillis(1));
        assertThat(refusal(ending)).contains("ended at");
    }

    private String refusal(Http partner) {
        Http.Answer refused = partner.with("Accept-Language", "en").get(feed(town));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        return refused.json().getString("detail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chief-editor", "reporter", "syndicator"})
    void otherRolesHaveNoContract(String role) {
        newsroom.partner(login, "\"sections\":[\"" + town + "\"]," + FULL);

        assertThat(refusal(newsroom.feeds.as(role))).contains("for partners");
    }

    @Test
    void accountOfTheServerIsAsGoodAsATokenWhileItHasAContract() {
        Http account = newsroom.account();
        assertThat(refusal(account)).contains("no contract");

        newsroom.chief.put("/partners/partner", "{\"name\":\"门户\",\"sections\":[\"" + town + "\"]," + FULL + "}");

        assertThat(account.get(feed(town)).status()).isEqualTo(200);
        assertThat(account.get(feed(sport)).status()).isEqualTo(403);
        assertThat(newsroom.chief
                        .with("If-Match", "*")
                        .delete("/partners/partner", null)
                        .status())
                .isEqualTo(204);
        assertThat(refusal(account)).contains("no contract");
    }

    @Test
    void tokensOverlapAndARevokedOneIsDeadOnEveryNode() {
        Http first = newsroom.partner(login, "\"sections\":[\"" + town + "\"]," + FULL);
        Http.Answer issued = newsroom.chief.post("/partners/" + login + "/credentials", "{\"overlapHours\":1}");
        String token = issued.json().getString("token");
        Http second = Newsroom.holder(newsroom.feeds, token);
        Http elsewhere = Newsroom.holder(newsroom.other, token);

        assertThat(first.get(feed(town)).status()).isEqualTo(200);
        assertThat(second.get(feed(town)).status()).isEqualTo(200);
        assertThat(elsewhere.get(feed(town)).status()).isEqualTo(200);

        newsroom.chief
                .with("If-Match", "*")
                .delete("/partners/" + login + "/credentials/" + issued.json().getString("id"), null);

        assertThat(elsewhere.get(feed(town)).status()).as("at once").isEqualTo(401);
        assertThat(second.get(feed(town)).status()).isEqualTo(401);
        assertThat(first.get(feed(town)).status()).isEqualTo(200);

        newsroom.chief.post("/partners/" + login + "/credentials", "{\"overlapHours\":0}");

        assertThat(first.get(feed(town)).status()).as("without an overlap").isEqualTo(401);
        for (String wrong : List.of("rmp_", "rmp_" + "x".repeat(43), token + "x", "eyJhbGciOiJub25lIn0.e30.", "x")) {
            assertThat(Newsroom.holder(newsroom.feeds, wrong).get(feed(town)).status())
                    .as(wrong)
                    .isEqualTo(401);
        }
        assertThat(newsroom.feeds
                        .with("Authorization", "Basic cGFydG5lcjp3cm9uZw==")
                        .get(feed(town))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void tokenOpensNothingElse() {
        Http partner = newsroom.partner(login, "\"sections\":[\"*\"]," + FULL);

        assertThat(partner.get("/partners").status()).isEqualTo(401);
        assertThat(partner.get("/partners/" + login).status()).isEqualTo(401);
        assertThat(partner.get("/partner/partners").status()).isEqualTo(404);
        assertThat(partner.get("/partner/rss.xml").status()).isEqualTo(404);
        assertThat(partner.get("/partner/tags/x/rss.xml").status()).isEqualTo(404);
        assertThat(partner.get("/partner/").status()).isEqualTo(404);
        assertThat(partner.get("/sections/" + town + "/feed.json").body())
                .as("here it is one of the public")
                .doesNotContain("）正文" + newsroom.article(4));
    }

    @Test
    void movedSectionIsFoundAndAClosedOneIsGone() {
        Http partner = newsroom.partner(login, "\"sections\":[\"" + town + "\"]," + FULL);
        String there = news + "/village";
        newsroom.section("section-moved", "town", there);
        await().atMost(Newsroom.SOON).until(() -> partner.get(feed(there)).status() == 200);

        Http.Answer moved = partner.get(feed(town));

        assertThat(moved.status()).isEqualTo(301);
        assertThat(moved.header("Location")).isEqualTo("/feeds" + feed(there));
        assertThat(moved.header("Cache-Control")).contains("private");
        assertThat(newsroom.chief.get("/partners/" + login).json().getJsonArray("sections"))
                .hasToString("[\"" + there + "\"]");
        newsroom.section("section-closed", "town", there);
        await().pollDelay(Duration.ZERO)
                .atMost(Newsroom.SOON)
                .until(() -> partner.get(feed(there)).status() == 410);
        assertThat(uris(partner.get(feed(there)))).isEmpty();
    }
}
