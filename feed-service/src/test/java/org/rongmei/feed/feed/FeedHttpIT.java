// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongmei.feed.entry.ToldLog;
import org.rongmei.test.Deployments;
import org.rongmei.test.Http;

/** Feeds as a reader gets them, of a newsroom that says whatever a test wants it to. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FeedHttpIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String SERVER = "http://localhost:" + System.getProperty("rongmei.it.port");

    @Deployment(name = "feeds", order = 2, testable = false)
    static WebArchive service() {
        return Deployments.service("feed-service", "feeds");
    }

    @Deployment(name = "content", order = 1, testable = false)
    static WebArchive articles() {
        return ShrinkWrap.create(WebArchive.class, "content.war").addClass(FakeArticles.class);
    }

    /** A second node on the same database. */
    @Deployment(name = "other", order = 3, testable = false)
    static WebArchive otherNode() {
        return Deployments.service("feed-service", "other");
    }

    /** One that a test starts when it wants to, and where a minute is soon over. */
    @Deployment(name = "late", managed = false, testable = false)
    static WebArchive lateNode() {
        return Deployments.service("feed-service", "late").addClass(HastyClock.class);
    }

    @ArquillianResource
    Deployer nodes;

    private final Http other = Http.at(SERVER + "/other");
    private final Http feeds = Http.at(SERVER + "/feeds");
    private final Http articles = Http.at(SERVER + "/content");
    private final String section = ToldLog.newId();
    private final String path = "p" + section;
    private final String feed = "/sections/" + path + "/";

    @BeforeEach
    void openSection() {
        tellSection("section-opened", path);
        publish(1);
        publish(2);
        awaitEntries(2);
    }

    @Test
    void matrixOfConditionalRequests() {
        Http.Answer now = feeds.get(feed + "rss.xml");
        String tag = now.header("ETag");
        String date = now.header("Last-Modified");
        String earlier = "Mon, 01 Jan 2001 00:00:00 GMT";

        for (String known : List.of(
                tag,
                "W/" + tag,
                "\"a\", " + tag,
                "W/\"a\",W/" + tag,
                "*",
                tag.replaceAll("\"$", "-gzip\""),
                tag.replaceAll("\"$", "-br\""))) {
            assertThat(feeds.with("If-None-Match", known).get(feed + "rss.xml").status())
                    .as(known)
                    .isEqualTo(304);
        }
        for (String unknown : List.of("\"a\"", "W/\"a\", \"b\"", tag.replace("\"", ""), "\"" + "\"")) {
            assertThat(feeds.with("If-None-Match", unknown)
                            .get(feed + "rss.xml")
                            .status())
                    .as(unknown)
                    .isEqualTo(200);
        }
        assertThat(feeds.with("If-Modified-Since", date).get(feed + "rss.xml").status())
                .isEqualTo(304);
        assertThat(feeds.with("If-Modified-Since", earlier)
                        .get(feed + "rss.xml")
                        .status())
                .isEqualTo(200);
        assertThat(feeds.with("If-Modified-Since", "yesterday")
                        .get(feed + "rss.xml")
                        .status())
                .isEqualTo(200);
        // RFC 9110, 13.1.3: a tag makes the date count for nothing, either way.
        assertThat(feeds.with("If-None-Match", "\"a\"")
                        .with("If-Modified-Since", date)
                        .get(feed + "rss.xml")
                        .status())
                .isEqualTo(200);
        assertThat(feeds.with("If-None-Match", tag)
                        .with("If-Modified-Since", earlier)
                        .get(feed + "rss.xml")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void bodyNeverComesWithADateThatItsReaderKnows() {
        Http.Answer before = feeds.get(feed + "rss.xml");
        tellArticle("updated", 2, article(2).add("title", "同一秒又改了").build());
        await().atMost(SOON).until(() -> feeds.get(feed + "rss.xml").body().contains("同一秒又改了"));

        Http.Answer after = feeds.with("If-None-Match", before.header("ETag"))
                .with("If-Modified-Since", before.header("Last-Modified"))
                .with("A-IM", "feed")
                .get(feed + "rss.xml");

        assertThat(after.status()).isEqualTo(226);
        assertThat(after.body()).contains("同一秒又改了");
        assertThat(after.header("Last-Modified")).isEmpty();
        assertThat(feeds.get(feed + "rss.xml").header("Last-Modified")).isEqualTo(before.header("Last-Modified"));
    }

    @Test
    void dateThatAnotherChangeMayYetHaveIsNotTold() {
        tell("published", id(3), article(3).build().toString(), Instant.now());
        awaitEntries(3);

        Http.Answer fresh = feeds.get(feed + "rss.xml");

        assertThat(fresh.header("Last-Modified")).isEmpty();
        assertThat(feeds.with("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT")
                        .get(feed + "rss.xml")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void unchangedSaysWhatTheFeedWouldSay() {
        Http.Answer now = feeds.get(feed + "atom.xml");

        Http.Answer unchanged = feeds.with("If-None-Match", now.header("ETag")).get(feed + "atom.xml");

        assertThat(unchanged.body()).isEmpty();
        for (String header : List.of("ETag", "Cache-Control", "Vary", "Last-Modified")) {
            assertThat(unchanged.header(header)).as(header).isEqualTo(now.header(header));
        }
        assertThat(now.header("Vary")).contains("Accept-Encoding");
        assertThat(now.header("Cache-Control")).matches("public, max-age=[0-9]+, s-maxage=30, stale-if-error=30");
    }

    @ParameterizedTest
    @EnumSource
    void headIsGetWithoutItsBody(FeedFormat format) {
        for (String coding : List.of("identity", "gzip", "br")) {
            Http reader = feeds.with("Accept-Encoding", coding);
            HttpResponse<byte[]> get = reader.download(feed + format.fileName());
            Http.Answer head = reader.send("HEAD", feed + format.fileName(), null, null);

            assertThat(head.status()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            // RFC 9110, 9.3.2: what would take making the content may be left out; Liberty does.
            assertThat(head.header("Content-Length")).isIn("", String.valueOf(get.body().length));
            for (String header : List.of("ETag", "Content-Type", "Content-Encoding", "Vary", "Content-Language")) {
                assertThat(head.header(header))
                        .as(header)
                        .isEqualTo(get.headers().firstValue(header).orElse(""));
            }
        }
    }

    @Test
    void everyCodingIsTheSameTextUnderItsOwnTag() throws IOException {
        HttpResponse<byte[]> plain = feeds.download(feed + "rss.xml");
        HttpResponse<byte[]> gzip =
                feeds.with("Accept-Encoding", "br;q=0.1, gzip").download(feed + "rss.xml");
        HttpResponse<byte[]> brotli =
                feeds.with("Accept-Encoding", "gzip, deflate, br").download(feed + "rss.xml");

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(gzip.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(brotli.headers().firstValue("Content-Encoding")).contains("br");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(List.of(tag(plain), tag(gzip), tag(brotli))).doesNotHaveDuplicates();
    }

    /** Liberty would send what fills its buffer in chunks, each in a write of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip", "br"})
    void feedLeavesInOnePieceWithItsLength(String coding) throws IOException {
        tell(
                "published",
                id(3),
                article(3).add("body", "<p>" + noise(50_000) + "</p>").build().toString());
        awaitEntries(3);

        HttpResponse<byte[]> response = feeds.with("Accept-Encoding", coding).download(feed + "rss.xml");

        assertThat(response.body().length).isGreaterThan(80_000);
        assertThat(response.headers().firstValue("Content-Length")).contains(String.valueOf(response.body().length));
        assertThat(response.headers().firstValue("Transfer-Encoding")).isEmpty();
    }

    /** Java's client asks for HTTP/2 with its requests unless told otherwise; a 304 must reach it. */
    @Test
    void whoWouldRatherSpeakHttp2GetsItsAnswerToo() throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(SERVER + "/feeds" + feed + "rss.xml"))
                .version(HttpClient.Version.HTTP_2)
                .timeout(SOON);
        HttpClient client = HttpClient.newHttpClient();
        String tag = tag(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));

        HttpResponse<byte[]> again =
                client.send(request.header("If-None-Match", tag).build(), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(again.statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverAsksForNewsGetsNothingElse(FeedFormat format) {
        String address = feed + format.fileName();
        Http.Answer before = feeds.get(address);
        publish(3);
        tellArticle("withdrawn", 1, null);
        await().atMost(SOON)
                .until(() -> feeds.get(address).body().contains("题目" + id(3))
                        && !feeds.get(address).body().contains("题目" + id(1)));

        Http.Answer now = feeds.get(address);
        Http.Answer news = feeds.with("A-IM", "feed, vcdiff;q=0.1")
                .with("If-None-Match", before.header("ETag"))
                .get(address);

        assertThat(news.status()).isEqualTo(226);
        assertThat(news.header("IM")).isEqualTo("feed");
        assertThat(news.header("ETag")).isEqualTo(now.header("ETag"));
        assertThat(news.header("Cache-Control")).isEqualTo("no-store, im");
        assertThat(news.header("Vary")).contains("A-IM").contains("If-None-Match");
        assertThat(news.header("Content-Type")).isEqualTo(now.header("Content-Type"));
        assertThat(news.body())
                .contains("题目" + id(3))
                .doesNotContain("题目" + id(2))
                .doesNotContain("题目" + id(1));
        assertThat(news.body().contains(uri(1))).isEqualTo(format != FeedFormat.RSS);
        assertThat(feeds.with("A-IM", "feed")
                        .with("If-None-Match", "\"unknown\"")
                        .get(address)
                        .status())
                .isEqualTo(200);
        assertThat(feeds.with("A-IM", "feed").get(address).status()).isEqualTo(200);
        assertThat(feeds.with("A-IM", "feed")
                        .with("If-None-Match", now.header("ETag"))
                        .get(address)
                        .status())
                .isEqualTo(304);
        assertThat(feeds.with("If-None-Match", before.header("ETag"))
                        .get(address)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void movedSectionIsFoundInEveryFormat(FeedFormat format) {
        tellSection("section-moved", "q" + section);
        String there = "/sections/q" + section + "/" + format.fileName();
        await().atMost(SOON).until(() -> feeds.get(there).status() == 200);

        for (String document : List.of("", "archive/1/")) {
            Http.Answer moved = feeds.get(feed + document + format.fileName() + "?utm_source=x&content=summary");

            assertThat(moved.status()).isEqualTo(301);
            assertThat(moved.header("Location"))
                    .isEqualTo("/feeds/sections/q" + section + "/" + document + format.fileName() + "?content=summary");
        }
    }

    @ParameterizedTest
    @EnumSource
    void closedSectionIsGoneInEveryFormat(FeedFormat format) {
        tellSection("section-closed", path);
        await().atMost(SOON).until(() -> feeds.get(feed + format.fileName()).status() == 410);

        Http.Answer archive = feeds.get(feed + "archive/1/" + format.fileName());

        assertThat(archive.status()).isEqualTo(410);
        assertThat(archive.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void whatNobodyKnowsChangesNothing() {
        Http.Answer known = feeds.get(feed + "rss.xml");
        Http.Answer brief = feeds.get(feed + "rss.xml?content=summary");

        for (String query : List.of("?utm_source=x", "?content=full", "?content", "?a=b&c=d")) {
            Http.Answer answer = feeds.get(feed + "rss.xml" + query);
            assertThat(answer.header("ETag")).as(query).isEqualTo(known.header("ETag"));
        }
        assertThat(feeds.get(feed + "rss.xml?x=1&content=summary").header("ETag"))
                .isEqualTo(brief.header("ETag"))
                .isNotEqualTo(known.header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tags/nobody-has-this/rss.xml",
                "/authors/nobody/atom.xml",
                "/sections/no/such/feed.json",
                "/archive/0/rss.xml",
                "/archive/01/rss.xml",
                "/archive/99999999999/rss.xml",
                "/archive/999999999999999999999/rss.xml",
                "/archive/x/rss.xml",
                "/sections/rss.xml"
            })
    void whatThereIsNotIsNotFound(String address) {
        Http.Answer answer = feeds.get(address);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().getInt("status")).isEqualTo(404);
    }

    @Test
    void nobodyWritesToFeeds() {
        Http.Answer answer = feeds.post(feed + "rss.xml", "{}");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void poisonCostsItselfAlone() {
        String poison = "\\u0000\\b\\ufffe\\ud840]]>" + "<b>&";
        String article = article(3).build().toString();
        tell("published", id(3), article.replace("题目", poison + "题目").replace("正文", "正" + poison + "文"));
        tell(
                "published",
                id(4),
                article(4).build().toString().replace("标签", poison + "标签").replace("作者", poison));
        tell("published", id(5), article(5).addNull("title").build().toString());
        tell(
                "published",
                id(6),
                article(6).add("publishedAt", "gestern").build().toString());
        tell(
                "published",
                id(7),
                article(7)
                        .add("publishedAt", "+292278993-01-01T00:00:00Z")
                        .build()
                        .toString());
        tell(
                "published",
                id(8),
                article(8).add("uri", "x".repeat(5_000)).build().toString());
        tell("published", id(9), article(9).add("rights", "all").build().toString());
        tell(
                "published",
                id(10),
                article(10)
                        .add("tags", Json.createArrayBuilder().addNull().add("长".repeat(900)))
                        .add("images", Json.createArrayBuilder().add(Json.createObjectBuilder()))
                        .build()
                        .toString());
        tell(
                "published",
                id(11),
                article(11)
                        .add(
                                "body",
                                "<p>图<img src='/x.png' srcset='/y.png 2x'><img data-src='//cdn.example/z.png'></p>")
                        .build()
                        .toString());
        publish(12);
        await().atMost(SOON).until(() -> feeds.get(feed + "rss.xml").body().contains("题目" + id(12)));

        XmlReading rss = XmlReading.of(feeds.download(feed + "rss.xml").body());
        XmlReading atom = XmlReading.of(feeds.download(feed + "atom.xml").body());
        List<JsonObject> json =
                feeds.get(feed + "feed.json").json().getJsonArray("items").getValuesAs(JsonObject.class);

        List<String> expected = List.of(uri(12), uri(11), uri(10), uri(4), uri(3), uri(2), uri(1));
        assertThat(rss.texts("/rss/channel/item/guid")).containsExactlyElementsOf(expected);
        assertThat(atom.texts("/atom:feed/atom:entry/atom:id")).containsExactlyElementsOf(expected);
        assertThat(json).extracting(item -> item.getString("id")).containsExactlyElementsOf(expected);
        assertThat(rss.text("/rss/channel/item[5]/title")).isEqualTo("]]><b>&题目" + id(3));
        String pictures = rss.text("/rss/channel/item[2]/content:encoded");
        assertThat(pictures)
                .contains("src=\"https://news.example/x.png\"")
                .contains("srcset=\"https://news.example/y.png 2x\"")
                .contains("src=\"https://cdn.example/z.png\"")
                .doesNotContain("data-src");
    }

    @Test
    void feedsGoOnWhenTheNewsroomIsAway() {
        Http.Answer before = feeds.get(feed + "rss.xml");
        articles.put("/changes", "away");
        try {
            Http.Answer meanwhile = feeds.get(feed + "rss.xml");

            assertThat(meanwhile.status()).isEqualTo(200);
            assertThat(meanwhile.header("ETag")).isEqualTo(before.header("ETag"));
        } finally {
            articles.put("/changes", "back");
        }
        publish(3);
        awaitEntries(3);
    }

    @Test
    void nodesOnOneDatabaseGiveTheSameBytes() {
        publish(3);
        tellArticle("withdrawn", 1, null);
        List<String> addresses = List.of("rss.xml", "atom.xml", "feed.json", "archive/2/atom.xml");
        for (Http node : List.of(feeds, other)) {
            await().atMost(SOON)
                    .until(() -> node.get(feed + "rss.xml").body().contains("题目" + id(3))
                            && !node.get(feed + "rss.xml").body().contains("题目" + id(1)));
        }

        for (String address : addresses) {
            HttpResponse<byte[]> here = feeds.with("Accept-Encoding", "br").download(feed + address);
            HttpResponse<byte[]> there = other.with("Accept-Encoding", "br").download(feed + address);

            assertThat(there.body()).as(address).isEqualTo(here.body());
            for (String header : List.of("ETag", "Last-Modified", "Cache-Control")) {
                assertThat(there.headers().firstValue(header))
                        .as(header)
                        .isEqualTo(here.headers().firstValue(header));
            }
        }
    }

    @Test
    void nodeThatStartsWithoutTheNewsroomServesWhatItHad() {
        Http.Answer before = feeds.get(feed + "rss.xml");
        articles.put("/changes", "away");
        nodes.deploy("late");
        try {
            Http.Answer after = Http.at(SERVER + "/late").get(feed + "rss.xml");

            assertThat(after.status()).isEqualTo(200);
            assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
            assertThat(after.body()).isEqualTo(before.body());
            await().atMost(SOON).untilAsserted(() -> assertThat(ageOf("late")).isGreaterThan(60));
            long once = ageOf("late");
            await().atMost(SOON).untilAsserted(() -> assertThat(ageOf("late")).isGreaterThan(once));
            assertThat(before.header("Age")).isEmpty();

            articles.put("/changes", "back");

            await().atMost(SOON).untilAsserted(() -> assertThat(ageOf("late")).isZero());
        } finally {
            articles.put("/changes", "back");
            nodes.undeploy("late");
        }
    }

    @Test
    void feedsAreServedWhileTheCopyIsMadeAnew() {
        Http.Answer before = feeds.get(feed + "atom.xml");
        assertThat(feeds.post("/rebuild", "").status()).isEqualTo(401);
        assertThat(feeds.as("reporter").post("/rebuild", "").status()).isEqualTo(403);

        Http.Answer begun = feeds.as("chief-editor").post("/rebuild", "");
        Http.Answer meanwhile = feeds.get(feed + "atom.xml");
        await().atMost(SOON)
                .until(() -> !feeds.as("chief-editor").get("/rebuild").json().getBoolean("running"));

        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.json().getBoolean("running")).isTrue();
        assertThat(meanwhile.header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(feeds.get(feed + "atom.xml").header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(feeds.get(feed + "atom.xml").header("Last-Modified")).isEqualTo(before.header("Last-Modified"));
    }

    @Test
    void answerToCredentialsIsKeptByNobody() {
        assertThat(feeds.as("reporter").get(feed + "rss.xml").header("Cache-Control"))
                .isEqualTo("private, no-store");
    }

    /** Seconds, of a feed and of the 304 about it alike; 0 where none are told. */
    private long ageOf(String node) {
        Http there = Http.at(SERVER + "/" + node);
        Http.Answer whole = there.get(feed + "rss.xml");
        Http.Answer unchanged =
                there.with("If-None-Match", whole.header("ETag")).get(feed + "rss.xml");
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.header("Age").isEmpty())
                .isEqualTo(whole.header("Age").isEmpty());
        return unchanged.header("Age").isEmpty() ? 0 : Long.parseLong(unchanged.header("Age"));
    }

    private static String noise(int characters) {
        return new Random(7)
                .ints(characters, 0x4E00, 0x9FA5)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String tag(HttpResponse<byte[]> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    private void awaitEntries(int count) {
        await().atMost(SOON).untilAsserted(() -> {
            Http.Answer answer = feeds.get(feed + "feed.json");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().getJsonArray("items")).hasSize(count);
        });
    }

    private void publish(int number) {
        tell("published", id(number), article(number).build().toString());
    }

    private void tellArticle(String kind, int number, JsonObject article) {
        tell(kind, id(number), String.valueOf(article));
    }

    private void tell(String kind, String id, String article) {
        tell(kind, id, article, ToldLog.NOON);
    }

    private void tell(String kind, String id, String article, Instant at) {
        articles.post(
                "/changes",
                "{\"kind\":\"" + kind + "\",\"articleId\":\"" + id + "\",\"at\":\"" + at + "\",\"article\":" + article
                        + "}");
    }

    private void tellSection(String kind, String toPath) {
        articles.post(
                "/changes",
                "{\"kind\":\"" + kind + "\",\"sectionId\":\"" + section
                        + "\",\"at\":\"2026-11-02T04:00:00Z\",\"section\":{\"id\":\"" + section + "\",\"path\":\""
                        + toPath + "\",\"name\":\"栏目\",\"position\":1,\"hidden\":false}}");
    }

    private JsonObjectBuilder article(int number) {
        return ToldLog.article(
                id(number), section, Instant.parse("2026-11-01T00:00:00Z").plusSeconds(number));
    }

    private String id(int number) {
        return section.substring(0, 9) + "%03d".formatted(number);
    }

    private String uri(int number) {
        return "tag:news.example,2026-11-01:" + id(number);
    }
}
