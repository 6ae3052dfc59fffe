// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongmei.feed.entry.CopyDesk;
import org.rongmei.feed.entry.ToldLog;
import org.rongmei.kit.Problem;
import org.rongmei.test.Deployments;

/** The whole history of a feed, walked as RFC 5005 (section 4) says, while the newsroom goes on. */
@ExtendWith(ArquillianExtension.class)
class ArchivesIT {

    private static final Instant MONDAY = Instant.parse("2026-10-26T00:00:00Z");
    private static final int MANY = 130;

    @Deployment
    static WebArchive service() {
        return Deployments.service("feed-service", "feeds")
                .addClasses(ArchivesIT.class, ToldLog.class, XmlReading.class);
    }

    @Inject
    CopyDesk copyDesk;

    @Inject
    FeedShelf shelf;

    String news = ToldLog.newId();
    String towns = ToldLog.newId();
    ToldLog log;

    @BeforeEach
    void publishMany() {
        log = new ToldLog(copyDesk);
        log.opened(news, "p" + news).opened(towns, "p" + news + "/towns");
        for (int number = 1; number <= MANY; number++) {
            log.published(article(number), number % 3 == 0 ? towns : news, MONDAY.plus(Duration.ofMinutes(number)));
        }
        log.tell();
    }

    @Test
    void walkingGivesExactlyWhatIsPublished() {
        log.withdrawn(article(7)).withdrawn(article(120));
        log.published(article(200), news, MONDAY.minus(Duration.ofDays(900))); // backdated
        log.published(article(201), towns, MONDAY.plus(Duration.ofDays(3)));
        log.published(article(7), news, MONDAY); // published again
        log.tell();

        Set<String> all = new HashSet<>(articles(1, MANY));
        all.remove(uri(120));
        all.addAll(List.of(uri(200), uri(201)));
        for (FeedFormat format : FeedFormat.values()) {
            assertThat(walk("/", format).keySet()).isEqualTo(all);
            assertThat(walk("/sections/p" + news + "/", format).keySet()).isEqualTo(all);
            assertThat(walk("/sections/p" + news + "/towns/", format).keySet())
                    .hasSize(MANY / 3) // one withdrawn, one new
                    .contains(uri(201))
                    .doesNotContain(uri(120));
            assertThat(walk("/tags/标签" + news + "/", format).keySet()).contains(uri(200), uri(7));
            assertThat(walk("/authors/作者" + towns + "/", format).keySet()).contains(uri(3), uri(201));
        }
    }

    @Test
    void readerWhoStopsAtAnAddressItKnowsMissesNothing() {
        Map<String, String> known = new HashMap<>();
        Set<String> addresses = new HashSet<>();
        Set<String> expected = new HashSet<>(articles(1, MANY));
        follow("/sections/p" + news + "/", addresses, known);
        for (int number = 300; number < 420; number += 7) {
            for (int more = number; more < number + 7; more++) {
                // Now and then one that is old when it comes, so that it is in no subscription document.
                Duration age = Duration.ofMinutes(more % 5 == 0 ? -9_000 : more);
                log.published(article(more), news, MONDAY.plus(age));
                expected.add(uri(more));
            }
            log.tell();

            follow("/sections/p" + news + "/", addresses, known);
        }

        assertThat(known.keySet()).isEqualTo(expected);
    }

    @Test
    void closedDocumentKeepsItsBytesWhateverElseHappens() {
        long ofSite = newestOfSite() / Volume.SIZE * Volume.SIZE - Volume.SIZE; // the last of it may hold number 125
        List<RenderedFeed> before = closed(ofSite);

        log.published(article(200), news, MONDAY.minus(Duration.ofDays(900)));
        log.withdrawn(article(125));
        for (int number = 300; number < 380; number++) {
            log.published(article(number), news, MONDAY.plus(Duration.ofMinutes(number)));
        }
        log.tell();

        List<RenderedFeed> after = closed(ofSite);
        for (int each = 0; each < before.size(); each++) {
            assertThat(after.get(each).etag()).isEqualTo(before.get(each).etag());
            assertThat(after.get(each).lastModified())
                    .isEqualTo(before.get(each).lastModified());
        }
    }

    @Test
    void withdrawnTextIsGoneFromItsArchiveAtOnceAndTheOthersStay() {
        Map<FeedAddress.Document, String> before = tags();

        log.withdrawn(article(7)).tell();

        for (FeedFormat format : FeedFormat.values()) {
            RenderedFeed first = get("/sections/p" + news + "/archive/50/" + format.fileName());
            assertThat(new String(first.plain(), StandardCharsets.UTF_8))
                    .doesNotContain("正文" + article(7) + "<")
                    .doesNotContain("题目" + article(7) + "<")
                    .doesNotContain("题目" + article(7) + "\"")
                    .contains("题目" + article(8));
            assertThat(first.lastModified()).isEqualTo(ToldLog.NOON);
        }
        Map<FeedAddress.Document, String> after = tags();
        assertThat(after.entrySet().stream()
                        .filter(tag -> !tag.getValue().equals(before.get(tag.getKey())))
                        .map(tag -> tag.getKey().feed().archive()))
                .containsOnly(50L);
    }

    @Test
    void correctionIsInTheArchiveToo() {
        JsonObject corrected = Json.createObjectBuilder(
                        ToldLog.article(article(7), news, MONDAY).build())
                .add(
                        "corrections",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("at", "2026-11-01T08:00:00Z")
                                        .add("text", "应为九万吨。")))
                .build();

        log.told("corrected", corrected).tell();

        XmlReading archive =
                XmlReading.of(get("/sections/p" + news + "/archive/50/atom.xml").plain());
        String entry = "/atom:feed/atom:entry[atom:id='" + uri(7) + "']";
        assertThat(archive.text(entry + "/atom:content")).contains("更正（2026年11月1日）：应为九万吨。");
        assertThat(archive.text(entry + "/atom:updated")).isEqualTo("2026-11-01T16:00:00+08:00");
        assertThat(archive.text(entry + "/atom:published")).isEqualTo("2026-10-26T08:00:00+08:00");
    }

    @Test
    void documentsOfTheMovedSectionKeepTheirBytesButForTheirAddress() {
        log.section("section-moved", news, "q" + news)
                .section("section-moved", towns, "q" + news + "/towns")
                .tell();

        assertThatExceptionOfType(FeedElsewhere.class)
                .isThrownBy(() -> get("/sections/p" + news + "/towns/archive/40/rss.xml"))
                .satisfies(moved -> {
                    assertThat(moved.status()).isEqualTo(301);
                    assertThat(moved.address().path(FeedFormat.RSS))
                            .isEqualTo("/feeds/sections/q" + news + "/towns/archive/40/rss.xml");
                });
        assertThat(walk("/sections/q" + news + "/", FeedFormat.ATOM).keySet()).isEqualTo(articles(1, MANY));
        assertThat(walk("/sections/q" + news + "/towns/", FeedFormat.ATOM)).hasSize(MANY / 3);
    }

    @Test
    void sectionThatMovesBelowAnotherTakesItsEntriesThere() {
        String sport = ToldLog.newId();
        log.opened(sport, "p" + sport)
                .section("section-moved", towns, "p" + sport + "/towns")
                .tell();

        assertThat(walk("/sections/p" + sport + "/", FeedFormat.RSS)).hasSize(MANY / 3);
        assertThat(walk("/sections/p" + news + "/", FeedFormat.RSS)).hasSize(MANY - MANY / 3);
        assertThat(walk("/", FeedFormat.RSS)).hasSize(MANY);
    }

    @Test
    void hiddenSectionLeavesEveryFeedAndComesBack() {
        log.section("section-closed", towns, "p" + news + "/towns").tell();

        assertThat(walk("/", FeedFormat.JSON)).hasSize(MANY - MANY / 3);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> get("/sections/p" + news + "/towns/archive/40/rss.xml"))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(410));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> get("/tags/标签" + towns + "/rss.xml"))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(404));

        log.opened(towns, "p" + news + "/towns").tell();

        assertThat(walk("/", FeedFormat.JSON)).hasSize(MANY);
        assertThat(walk("/tags/标签" + towns + "/", FeedFormat.JSON)).hasSize(MANY / 3);
    }

    @Test
    void documentThatIsNotFullYetIsTheFeedItself() {
        String feed = "/sections/p" + news + "/";

        assertThatExceptionOfType(FeedElsewhere.class)
                .isThrownBy(() -> get(feed + "archive/150/atom.xml"))
                .satisfies(elsewhere -> {
                    assertThat(elsewhere.status()).isEqualTo(307);
                    assertThat(elsewhere.address().isArchive()).isFalse();
                });
        for (String never : List.of("archive/131/", "archive/149/", "archive/200/", "archive/151/")) {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> get(feed + never + "rss.xml"))
                    .satisfies(problem -> assertThat(problem.status()).isEqualTo(404));
        }
    }

    @Test
    void archiveSaysWhatItIsAndWhereTheOthersAre() {
        String feed = "https://news.example/feeds/sections/p" + news + "/";

        XmlReading atom = XmlReading.of(
                get("/sections/p" + news + "/archive/100/atom.xml").plain());
        XmlReading rss =
                XmlReading.of(get("/sections/p" + news + "/archive/100/rss.xml").plain());
        XmlReading newest =
                XmlReading.of(get("/sections/p" + news + "/atom.xml").plain());

        assertThat(atom.texts("/atom:feed/fh:archive")).hasSize(1);
        assertThat(rss.texts("/rss/channel/fh:archive")).hasSize(1);
        assertThat(newest.texts("/atom:feed/fh:archive")).isEmpty();
        assertThat(atom.text("/atom:feed/atom:link[@rel='self']/@href")).isEqualTo(feed + "archive/100/atom.xml");
        assertThat(atom.text("/atom:feed/atom:link[@rel='prev-archive']/@href"))
                .isEqualTo(feed + "archive/50/atom.xml");
        assertThat(atom.text("/atom:feed/atom:link[@rel='next-archive']/@href"))
                .isEqualTo(feed + "archive/150/atom.xml");
        assertThat(atom.text("/atom:feed/atom:link[@rel='current']/@href")).isEqualTo(feed + "atom.xml");
        assertThat(rss.text("/rss/channel/atom:link[@rel='prev-archive']/@href"))
                .isEqualTo(feed + "archive/50/rss.xml");
        assertThat(newest.text("/atom:feed/atom:link[@rel='prev-archive']/@href"))
                .isEqualTo(feed + "archive/130/atom.xml");
        assertThat(atom.text("/atom:feed/atom:id")).isEqualTo(newest.text("/atom:feed/atom:id"));
        assertThat(rss.names("/rss/channel/*"))
                .as("items come last")
                .endsWith("item")
                .startsWith("fh:archive");
    }

    private Map<FeedAddress.Document, String> tags() {
        Map<FeedAddress.Document, String> tags = new HashMap<>();
        for (int last : List.of(50, 100, MANY)) {
            for (FeedFormat format : FeedFormat.values()) {
                String path = "/sections/p" + news + "/archive/" + last + "/" + format.fileName();
                tags.put(FeedAddress.find(path, false).orElseThrow(), get(path).etag());
            }
        }
        return tags;
    }

    private List<RenderedFeed> closed(long ofSite) {
        List<RenderedFeed> closed = new ArrayList<>();
        for (FeedFormat format : FeedFormat.values()) {
            closed.add(get("/archive/" + ofSite + "/" + format.fileName()));
            closed.add(get("/sections/p" + news + "/archive/50/" + format.fileName()));
            closed.add(get("/sections/p" + news + "/archive/100/" + format.fileName()));
            closed.add(get("/tags/标签" + news + "/archive/50/" + format.fileName()));
        }
        return closed;
    }

    private long newestOfSite() {
        XmlReading feed = XmlReading.of(get("/atom.xml").plain());
        String older = feed.text("/atom:feed/atom:link[@rel='prev-archive']/@href");
        return Long.parseLong(older.replaceAll(".*/archive/([0-9]+)/.*", "$1"));
    }

    /** The address of each entry by its id, from the subscription document to the end. */
    private Map<String, String> walk(String feed, FeedFormat format) {
        Map<String, String> found = new HashMap<>();
        Set<String> addresses = new HashSet<>();
        @Nullable String next = feed + format.fileName();
        while (next != null) {
            assertThat(addresses.add(next)).as("no address twice: " + next).isTrue();
            next = read(next, format, found);
        }
        return found;
    }

    /** As a reader does that has been here before. */
    private void follow(String feed, Set<String> addresses, Map<String, String> known) {
        @Nullable String next = read(feed + "atom.xml", FeedFormat.ATOM, known);
        while (next != null && addresses.add(next)) {
            next = read(next, FeedFormat.ATOM, known);
        }
    }

    private @Nullable String read(String path, FeedFormat format, Map<String, String> found) {
        byte[] bytes = get(path).plain();
        List<String> older;
        if (format == FeedFormat.JSON) {
            JsonObject feed = Json.createReader(new ByteArrayInputStream(bytes)).readObject();
            feed.getJsonArray("items")
                    .getValuesAs(JsonObject.class)
                    .forEach(item -> found.put(item.getString("id"), item.getString("url")));
            older = feed.containsKey("next_url") ? List.of(feed.getString("next_url")) : List.of();
        } else {
            XmlReading feed = XmlReading.of(bytes);
            String ids = format == FeedFormat.RSS ? "/rss/channel/item/guid" : "/atom:feed/atom:entry/atom:id";
            feed.texts(ids).forEach(id -> found.put(id, path));
            older = feed.texts("//atom:link[@rel='prev-archive']/@href");
        }
        return older.isEmpty() ? null : URI.create(older.get(0)).getPath().substring("/feeds".length());
    }

    private RenderedFeed get(String path) {
        return shelf.get(FeedAddress.find(path, false).orElseThrow());
    }

    private Set<String> articles(int first, int last) {
        Set<String> articles = new HashSet<>();
        for (int number = first; number <= last; number++) {
            articles.add(uri(number));
        }
        return articles;
    }

    private String uri(int number) {
        return "tag:news.example,2026-11-01:" + article(number);
    }

    /** Each test has its own: an id is never used again. */
    private String article(int number) {
        return news.substring(0, 9) + "%03d".formatted(number);
    }
}
