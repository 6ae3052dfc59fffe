// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongmei.test.Http;
import org.rongmei.test.Reviewers;

/** The sample newsroom in one server, as {@code ./run} brings it up. */
class AllInOneJourneyIT {

    @TempDir
    static Path data;

    private static Suite suite;

    @BeforeAll
    static void start() {
        suite = Suite.allInOne(data);
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void publishedArticleReachesTheFeedsThePageAndTheList() {
        Slice slice = new Slice(suite, "journey-all");
        slice.openSection("全程");

        String path = slice.publish("一篇稿件的全程");

        slice.awaitInFeeds("一篇稿件的全程");
        slice.requireConditionalFeed();
        slice.requireOnTheSite(path, "一篇稿件的全程", "全程", "示例站点");
        assertThat(slice.isInList("一篇稿件的全程")).isTrue();
    }

    @Test
    void feedsAndNewsAreFoundByTheirDirectories() {
        Slice slice = new Slice(suite, "journey-found");
        slice.openSection("指路");
        String id = slice.publish("最近的新闻").substring("/articles/".length());
        slice.awaitInFeeds("最近的新闻");

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(suite.feeds().get("/feeds.opml").body())
                    .contains("xmlUrl=\"" + suite.siteUrl() + "/feeds/sections/journey-found/rss.xml\"");
            assertThat(suite.feeds().get("/news-sitemap.xml").body())
                    .contains("<loc>" + suite.siteUrl() + "/articles/" + id + "</loc>");
        });
        for (String document : new String[] {"/feeds.opml", "/news-sitemap.xml", "/style.css"}) {
            Http.Answer answer = suite.feeds().get(document);
            assertThat(answer.header("Cache-Control")).contains("s-maxage=30");
            assertThat(suite.feeds()
                            .with("If-None-Match", answer.header("ETag"))
                            .get(document)
                            .status())
                    .isEqualTo(304);
        }
        slice.withdraw("/articles/" + id);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(suite.feeds().get("/news-sitemap.xml").body())
                                .doesNotContain(id));
    }

    @Test
    void withdrawnArticleLeavesEveryDoor() {
        Slice slice = new Slice(suite, "journey-gone");
        slice.openSection("撤稿");
        String path = slice.publish("要撤下的稿件");
        slice.awaitInFeeds("要撤下的稿件");

        slice.withdraw(path);

        slice.awaitNotInFeeds("要撤下的稿件");
        assertThat(suite.content().get(path).status()).isEqualTo(410);
        assertThat(suite.feeds().get("/sections/journey-gone/atom.xml").body()).contains("deleted-entry");
    }

    @Test
    void oldAddressOfAnImportedPageLeadsToTheArticle() {
        Http.Answer accepted = suite.content().as("chief-editor").send("POST", "/imports", "application/x-ndjson", """
                        {"path":"journey-old","name":"旧站"}
                        {"uri":"old.example/show.asp?id=7","section":"journey-old","title":"旧站的稿件",\
                        "publishedAt":"2009-10-01T08:00:00+08:00","aliases":["/show.asp?id=7"]}
                        {"uri":"old.example/show.asp?id=8","section":"journey-old","title":"另一篇",\
                        "publishedAt":"2009-10-02T08:00:00+08:00","aliases":["/show.asp?id=8"]}
                        """);
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);

        Slice slice = new Slice(suite, "journey-old");
        await().atMost(Duration.ofSeconds(30)).until(() -> slice.isInList("旧站的稿件") && slice.isInList("另一篇"));

        assertThat(titleBehind("/show.asp?id=7")).contains("旧站的稿件");
        assertThat(titleBehind("/show.asp?id=8")).contains("另一篇");
        assertThat(suite.site().get("/show.asp?id=9").status()).isEqualTo(404);
    }

    @Test
    void readerGoesThroughASectionFromItsOldestStoryOn() {
        StringBuilder lines = new StringBuilder("{\"path\":\"journey-old-news\",\"name\":\"旧闻\"}\n");
        for (int number = 0; number < 25; number++) {
            lines.append(
                    "{\"uri\":\"old:%d\",\"section\":\"journey-old-news\",\"title\":\"旧闻第%d篇\",\"publishedAt\":\"%d-03-02T00:00:00Z\"}%n"
                            .formatted(number, number, 1990 + number));
        }
        imported("application/x-ndjson", lines.toString(), "taken", 26);

        assertThat(neighbours(oldNews(0))).containsExactly("旧闻第1篇");
        assertThat(neighbours(oldNews(3))).containsExactly("旧闻第4篇", "旧闻第2篇");
        assertThat(neighbours(oldNews(24))).containsExactly("旧闻第23篇");
    }

    private static String oldNews(int number) {
        return suite.content()
                .get("/articles?uri=old:" + number)
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }

    private static List<String> neighbours(String id) {
        String page = suite.site().get("/articles/" + id).body();
        return Pattern.compile("rel=\"(?:prev|next)\"><span>[^<]*</span>([^<]*)</a>")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    /** Who has read the old site's feed sees nothing twice. */
    @Test
    void importedItemsAreInTheFeedsAsTheOldSiteHadThem() {
        Slice slice = new Slice(suite, "journey-moved");
        slice.openSection("搬来");
        String rss = "<rss version='2.0'><channel><title>旧站</title><item><title>搬来的一</title>"
                + "<guid isPermaLink='false'>http://old.example.cn/?p=7</guid><description>正文</description>"
                + "<pubDate>Tue, 01 Oct 2019 08:00:00 +0800</pubDate></item></channel></rss>";
        String atom = "<feed xmlns='http://www.w3.org/2005/Atom'><title>旧站</title><id>urn:x</id><entry>"
                + "<title>搬来的二</title><id>tag:old.example.cn,2019:8</id><content>正文</content>"
                + "<published>2019-10-02T08:00:00+08:00</published><updated>2019-10-03T08:00:00+08:00</updated></entry></feed>";

        imported("application/rss+xml", rss, "taken", 1);
        imported("application/atom+xml", atom, "taken", 1);
        slice.awaitInFeeds("搬来的一");
        slice.awaitInFeeds("搬来的二");
        Http.Answer asRss = suite.feeds().get("/sections/journey-moved/rss.xml");
        Http.Answer asAtom = suite.feeds().get("/sections/journey-moved/atom.xml");

        assertThat(asRss.body())
                .contains("<guid isPermaLink=\"false\">http://old.example.cn/?p=7</guid>")
                .contains("<guid isPermaLink=\"false\">tag:old.example.cn,2019:8</guid>")
                .contains("<pubDate>Tue, 01 Oct 2019 08:00:00 +0800</pubDate>");
        assertThat(asAtom.body())
                .contains("<id>http://old.example.cn/?p=7</id>", "<id>tag:old.example.cn,2019:8</id>")
                .contains("<published>2019-10-02T08:00:00+08:00</published>")
                .contains("<updated>2019-10-03T08:00:00+08:00</updated>");

        imported("application/rss+xml", rss, "known", 1);
        imported("application/atom+xml", atom, "known", 1);
        assertThat(suite.feeds().get("/sections/journey-moved/rss.xml").body()).isEqualTo(asRss.body());
    }

    private static void imported(String type, String file, String outcome, int count) {
        Http chief = suite.content().as("chief-editor");
        Http.Answer accepted = chief.send("POST", "/imports?section=journey-moved", type, file);
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        String report = accepted.header("Location").substring("/content".length());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> chief.get(report).json().getString("state").equals("done"));
        assertThat(chief.get(report).json().getJsonObject("counts").getInt(outcome, 0))
                .as(chief.get(report).body())
                .isEqualTo(count);
    }

    private static String titleBehind(String oldAddress) {
        Http.Answer moved = suite.site().get(oldAddress);
        assertThat(moved.status()).isEqualTo(301);
        return suite.site().get(moved.header("Location")).body();
    }

    @Test
    void draftIsBehindNoDoor() {
        Slice slice = new Slice(suite, "journey-draft");
        slice.openSection("草稿");
        String path = slice.draft("谁也不该看到");
        slice.publish("可以看到");
        slice.awaitInFeeds("可以看到");

        assertThat(suite.content().get(path).status()).isEqualTo(404);
        assertThat(suite.site().get(path).status()).isEqualTo(404);
        assertThat(suite.feeds().get("/sections/journey-draft/feed.json").body())
                .doesNotContain("谁也不该看到");
        assertThat(suite.content().get("/changes?after=0&limit=100").body()).doesNotContain("谁也不该看到");
        assertThat(slice.isInList("谁也不该看到")).isFalse();
    }

    @Test
    void partnersFindNeitherDraftsNorWhatHasItsTimeStillToCome() {
        Slice slice = new Slice(suite, "journey-partner");
        slice.openSection("合作");
        String draft = slice.draft("草稿在合作方也看不到");
        String embargoed = slice.draft("定时的稿件");
        Reviewers.publish(
                suite.content(), embargoed, "{\"at\":\"" + Instant.now().plus(Duration.ofDays(30)) + "\"}");
        slice.publish("合作方可以取的");
        slice.awaitInFeeds("合作方可以取的");
        Http chief = suite.feeds().as("chief-editor");
        String contract = "{\"name\":\"市门户\",\"sections\":[\"journey-partner\"],\"kinds\":[\"original\"],"
                + "\"syndication\":\"partners\"}";
        assertThat(chief.put("/partners/portal", contract).status()).isEqualTo(201);
        Http partner = suite.feeds()
                .with(
                        "Authorization",
                        "Bearer "
                                + chief.post("/partners/portal/credentials", "{}")
                                        .json()
                                        .getString("token"));

        for (String door : List.of(
                "sections/journey-partner/rss.xml",
                "sections/journey-partner/atom.xml",
                "sections/journey-partner/feed.json",
                "sections/journey-partner/ninjs.json",
                "changes",
                "manifest")) {
            Http.Answer answer = partner.get("/partner/" + door);
            assertThat(answer.status()).as(door).isEqualTo(200);
            assertThat(answer.body())
                    .as(door)
                    .doesNotContain("草稿在合作方也看不到", "定时的稿件", draft.substring(10), embargoed.substring(10));
            if (!door.equals("manifest")) { // which has no titles
                assertThat(answer.body()).as(door).contains("合作方可以取的");
            }
        }
        for (String hidden : List.of(draft, embargoed)) {
            assertThat(partner.get("/partner" + hidden).status()).isEqualTo(404);
        }
    }

    @Test
    void previewIsForTheNewsroomAlone() {
        Slice slice = new Slice(suite, "journey-preview");
        slice.openSection("预览");
        String path = slice.draft("还在写的稿件");
        String preview = path + "?preview";

        Http.Answer nobody = suite.site().get(preview);
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.header("WWW-Authenticate")).startsWith("Basic");
        assertThat(nobody.body()).doesNotContain("还在写的稿件").contains("主办：");
        Http.Answer draft = suite.site().as("editor").get(preview);
        assertThat(draft.status()).isEqualTo(200);
        assertThat(draft.body()).contains("还在写的稿件").contains("预览：草稿").contains("头一段");
        assertThat(draft.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(draft.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(suite.site().as("site-admin").get(preview).status()).isEqualTo(403);
        assertThat(suite.site().get(path).status())
                .as("and it leaves nothing behind")
                .isEqualTo(404);

        String published = slice.publish("已经发布的稿件");
        Http.Answer edited =
                suite.content().as("reporter").with("If-Match", "*").put(published, """
                        {"section":"journey-preview","title":"改过的题目","body":"<p>改过的正文。</p>"}
                        """);
        assertThat(edited.status()).as(edited.body()).isEqualTo(200);
        assertThat(suite.site().as("reporter").get(published + "?preview").body())
                .contains("改过的题目")
                .contains("预览：已发布，新版本草稿");
        assertThat(suite.site().get(published).body()).contains("已经发布的稿件").doesNotContain("改过的题目");
    }

    @Test
    void pageLeavesPackedUnderATagOfItsOwn() {
        Http gzip = suite.site().with("Accept-Encoding", "gzip");

        // What another test wrote may come in between, at one node before the other.
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            Http.Answer plain = suite.site().get("/");
            HttpResponse<byte[]> packed = gzip.download("/");

            assertThat(plain.header("Content-Encoding")).isEmpty();
            assertThat(plain.header("Vary")).contains("Accept-Encoding");
            assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(packed.headers().firstValue("Content-Length")).contains(String.valueOf(packed.body().length));
            assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                    .isEqualTo(plain.body().getBytes(StandardCharsets.UTF_8));
            String tag = packed.headers().firstValue("ETag").orElseThrow();
            assertThat(tag).isEqualTo(plain.header("ETag").replaceAll("\"$", "-gzip\""));
            assertThat(gzip.with("If-None-Match", tag).get("/").status()).isEqualTo(304);
        });
    }

    private static double callsOfArticleService() {
        return suite.site()
                .get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("ft_invocations_total") && line.contains("toArticles"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    @DisabledIfSystemProperty(named = "rongmei.shape", matches = "nodes", disabledReason = "each node counts its own")
    void pageThatIsThereCostsNoCall() {
        List<String> pages = List.of("/", "/subscribe/");
        // A line of the log that another test wrote may come in between.
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            pages.forEach(page -> suite.site().get(page));
            double before = callsOfArticleService();
            assertThat(before).isPositive();

            for (int count = 0; count < 20; count++) {
                pages.forEach(
                        page -> assertThat(suite.site().get(page).status()).isEqualTo(200));
            }

            assertThat(callsOfArticleService()).isEqualTo(before);
        });
    }

    @Test
    void everyPageOfTheSitemapHasItsFooter() {
        Path found = data.resolve("found.json");

        OurCommand.Outcome first = OurCommand.inspect(suite.port(), found.toString());
        OurCommand.Outcome second = OurCommand.inspect(suite.port(), found.toString());

        assertThat(first.status()).as(first.output()).isZero();
        assertThat(first.output()).containsPattern("\\d{2,} pages checked").doesNotContain("FOOTER_MISSING");
        assertThat(second.status()).as(second.output()).isZero();
        assertThat(second.output()).contains("Since the last time:");
    }

    /** Whatever kind it is: its law, its policy, no cookie; and asked again, nothing but 304. */
    @Test
    void everyPageHasItsFooterItsPolicyAndItsTag() {
        PageKinds.of(suite).forEach((kind, address) -> {
            Http.Answer page = suite.site().get(address);

            assertThat(page.body()).as(kind).contains("主办：", "备案号：");
            assertThat(page.header("Content-Security-Policy"))
                    .as(kind)
                    .contains("default-src 'none'", "script-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(page.header("Set-Cookie")).as(kind).isEmpty();
            if (page.status() == 200) {
                Http tagged = suite.site().with("If-None-Match", page.header("ETag"));
                assertThat(tagged.get(address).status()).as(kind).isEqualTo(304);
                assertThat(page.body())
                        .as(kind)
                        .contains("<title>", "property=\"og:title\"")
                        .contains("type=\"application/rss+xml\"", "type=\"application/feed+json\"")
                        .contains("rel=\"canonical\" href=\"" + suite.siteUrl());
            }
            // What a search finds is described nowhere, and not kept: robots.txt keeps the machines away from it.
            if (page.status() != 200 || kind.startsWith("search")) {
                return;
            }
            assertThat(page.body()).as(kind).contains("name=\"description\"");
            for (String coding : List.of("gzip", "br")) {
                assertThat(suite.site()
                                .with("Accept-Encoding", coding)
                                .get(address)
                                .header("Content-Encoding"))
                        .as(kind)
                        .isEqualTo(coding);
            }
        });
    }

    @Test
    void machinesFindTheirWay() {
        Slice slice = new Slice(suite, "journey-machines");
        slice.openSection("机读");
        String path = slice.publish("给机器看的稿件");

        assertThat(suite.site().get(path).body())
                .contains("\"NewsArticle\"", "\"BreadcrumbList\"", "\"NewsMediaOrganization\"")
                .contains("/feeds/sections/journey-machines/atom.xml");
        assertThat(suite.site().get("/robots.txt").body()).contains("Sitemap: " + suite.siteUrl() + "/sitemap.xml");
        assertThat(suite.site().get("/.well-known/security.txt").body()).contains("Contact: ", "Expires: 20");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(locations("/sitemap.xml").stream()
                                .flatMap(map ->
                                        locations(map.substring(suite.siteUrl().length())).stream()))
                        .contains(suite.siteUrl() + path, suite.siteUrl() + "/journey-machines/"));
    }

    private static List<String> locations(String map) {
        return Pattern.compile("<loc>([^<]+)</loc>")
                .matcher(suite.site().get(map).body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void oldAddressOfASectionLeadsToTheNewOne() {
        Slice slice = new Slice(suite, "journey-relocates");
        slice.openSection("搬家");
        slice.publish("搬家的稿件");
        assertThat(suite.content()
                        .as("chief-editor")
                        .with("If-Match", "*")
                        .put("/sections/journey-relocates", "{\"name\":\"搬家\",\"path\":\"journey-relocated\"}")
                        .status())
                .isEqualTo(200);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            Http.Answer moved = suite.site().get("/journey-relocates/");
            assertThat(moved.status()).isEqualTo(301);
            assertThat(moved.header("Location")).endsWith("/journey-relocated/");
        });
        assertThat(suite.site().get("/journey-relocated/").body()).contains("搬家的稿件");
    }

    @Test
    void longStoryIsInPages() {
        Slice slice = new Slice(suite, "journey-long");
        slice.openSection("长文");
        Http.Answer drafted = suite.content().as("reporter").post("/articles", """
                        {"section":"journey-long","title":"两页的稿件","body":"<p>头一页的话。</p><hr class=\\"page-break\\"><p>第二页的话。</p>"}
                        """);
        String path = Newsroom.created(drafted);
        Reviewers.publish(suite.content(), path, "{}");

        assertThat(suite.site().get(path).body())
                .contains("头一页的话", "2 条记录 1/2 页")
                .doesNotContain("第二页的话");
        assertThat(suite.site().get(path + "?page=2").body()).contains("第二页的话").doesNotContain("头一页的话。</p>");
    }

    @Test
    void sampleNewsroomIsThereOnce() {
        Http.Answer articles = suite.content().get("/articles?limit=100");

        assertThat(articles.json().getJsonArray("items")).hasSizeGreaterThanOrEqualTo(38);
        assertThat(suite.site().get("/").body()).contains("青岚新闻网").contains("示例站点");
        assertThat(suite.output()).contains("Accounts reporter, editor");
    }

    @Test
    void accountsAreHashedAndForTheirOwnerAlone() throws Exception {
        Path accounts = data.resolve("accounts.xml");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(accounts)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(accounts)).contains("{hash}").doesNotContain("sample-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/health/started", "/metrics", "/openapi", "/openapi/ui/"})
    void operationsAreOpenOnTheServicesPort(String path) {
        assertThat(suite.operations().get(path).status()).isEqualTo(200);
    }

    @Test
    @DisabledIfSystemProperty(
            named = "rongmei.shape",
            matches = "nodes",
            disabledReason = "A server of one service tells of that one: there is none that has all applications")
    void openApiTellsOfAllApplications() {
        String document = suite.server().get("/openapi").body();

        assertThat(document)
                .contains("/content/articles:")
                .contains("/feeds/rss.xml:")
                .contains("/site-info/sites/{site}/footer:")
                .contains("title: Rongmei");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/content/articles", "/feeds/rss.xml", "/site-info/sites", "/nowhere", "/health"})
    void everyAnswerIsSafeToShowAndSaysNothingOfTheServer(String path) {
        Http.Answer answer = suite.operations().get(path);

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isNotEmpty();
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
        assertThat(answer.body()).doesNotContain("Liberty").doesNotContain("WebSphere");
    }

    @Test
    void absoluteAddressesComeFromTheConfigurationAlone() {
        String feed = suite.feeds()
                .with("X-Forwarded-Host", "evil.example")
                .get("/rss.xml")
                .body();

        assertThat(feed).doesNotContain("evil.example").contains(suite.siteUrl() + "/articles/");
    }

    @Test
    void feedsPathLeadsToTheSubscriptionPage() {
        Http.Answer feeds = suite.feeds().get("/");

        assertThat(feeds.status()).isEqualTo(303);
        assertThat(feeds.header("Location")).isEqualTo(suite.siteUrl() + "/subscribe/");
        assertThat(suite.site().get("/subscribe/").body()).contains("/feeds/sections/news/rss.xml");
    }

    @Test
    void navigationOfTheFooterLeadsToPages() {
        Http.Answer about = suite.site().get("/about");

        assertThat(about.status()).isEqualTo(301);
        assertThat(suite.site().get(about.header("Location")).status()).isEqualTo(200);
    }
}
