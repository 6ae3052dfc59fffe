// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongmei.feed.entry.CopyDesk;
import org.rongmei.feed.entry.ToldLog;
import org.rongmei.test.Deployments;

/** What becomes of an entry when its article is withdrawn, corrected or edited. */
@ExtendWith(ArquillianExtension.class)
class WithdrawalsIT {

    private static final Instant MONDAY = Instant.parse("2026-10-26T00:00:00Z");

    @Deployment
    static WebArchive service() {
        return Deployments.service("feed-service", "feeds")
                .addClasses(WithdrawalsIT.class, ToldLog.class, XmlReading.class);
    }

    @Inject
    CopyDesk copyDesk;

    @Inject
    FeedShelf shelf;

    @Inject
    InstantSource clock;

    String news = ToldLog.newId();
    String sport = ToldLog.newId();
    ToldLog log;

    @BeforeEach
    void openSections() {
        log = new ToldLog(copyDesk);
        log.opened(news, "p" + news).opened(sport, "p" + sport);
        log.published(id("a"), news, MONDAY).published(id("b"), news, MONDAY.plusSeconds(60));
        log.published(id("c"), sport, MONDAY).tell();
    }

    @Test
    void tombstoneStandsInTheFeedsThatTheEntryWasIn() {
        log.withdrawn(id("a")).tell();

        String tombstone = "/atom:feed/at:deleted-entry[@ref='" + uri("a") + "']/@when";
        for (String feed :
                new String[] {"/", "/sections/p" + news + "/", "/tags/标签" + news + "/", "/authors/作者" + news + "/"}) {
            assertThat(atom(feed).texts(tombstone)).as(feed).containsExactly("2026-11-02T12:00:00+08:00");
            assertThat(json(feed)).contains(uri("a")).doesNotContain("正文" + id("a"));
            assertThat(rss(feed)).doesNotContain(id("a")).contains(id("b"));
        }
        for (String feed :
                new String[] {"/sections/p" + sport + "/", "/tags/标签" + sport + "/", "/authors/作者" + sport + "/"}) {
            assertThat(atom(feed).texts(tombstone)).as(feed).isEmpty();
            assertThat(json(feed)).doesNotContain(uri("a"));
        }
    }

    @Test
    void tombstonesAreKeptForNinetyDays() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        log.line("withdrawn", id("a"), null, now.minus(Duration.ofDays(89)));
        log.line("withdrawn", id("b"), null, now.minus(Duration.ofDays(92)));
        log.tell();

        assertThat(atom("/sections/p" + news + "/").texts("/atom:feed/at:deleted-entry/@ref"))
                .containsExactly(uri("a"));
    }

    @Test
    void whoeverPublishesAgainTakesTheTombstoneAway() {
        log.withdrawn(id("a")).tell();
        log.published(id("a"), news, MONDAY).tell();

        XmlReading feed = atom("/sections/p" + news + "/");
        assertThat(feed.texts("/atom:feed/at:deleted-entry")).isEmpty();
        assertThat(feed.texts("/atom:feed/atom:entry/atom:id")).containsExactly(uri("b"), uri("a"));
    }

    @Test
    void sectionThatAnArticleHasLeftHearsOfItsWithdrawalAndNotOfItsMove() {
        log.published(id("a"), sport, MONDAY).tell();
        assertThat(atom("/sections/p" + news + "/").texts("/atom:feed/at:deleted-entry"))
                .isEmpty();
        assertThat(rss("/sections/p" + news + "/")).doesNotContain(id("a"));
        assertThat(rss("/sections/p" + sport + "/")).contains(id("a"));

        log.withdrawn(id("a")).tell();

        assertThat(atom("/sections/p" + news + "/").texts("/atom:feed/at:deleted-entry/@ref"))
                .containsExactly(uri("a"));
    }

    @Test
    void withdrawalMovesTheValidators() {
        RenderedFeed before = get("/sections/p" + news + "/rss.xml");

        log.withdrawn(id("a")).tell();

        RenderedFeed after = get("/sections/p" + news + "/rss.xml");
        assertThat(after.etag()).isNotEqualTo(before.etag());
        assertThat(after.lastModified()).isAfterOrEqualTo(ToldLog.NOON).isAfterOrEqualTo(before.lastModified());
    }

    @Test
    void lateReaderOfTheLogSeesTheTimeOfTheWithdrawal() {
        // The article is joined when the log is read: absent, on a line that was no withdrawal.
        log.line("updated", id("a"), null, MONDAY.plusSeconds(100));
        log.line("withdrawn", id("a"), null, MONDAY.plusSeconds(200));
        log.tell();

        assertThat(atom("/sections/p" + news + "/").text("/atom:feed/at:deleted-entry/@when"))
                .isEqualTo("2026-10-26T08:03:20+08:00");
    }

    @Test
    void correctionIsInTheTextAndMovesUpdatedAndNothingElse() {
        JsonObjectBuilder corrections =
                Json.createObjectBuilder().add("at", "2026-11-01T08:00:00Z").add("text", "应为九万吨。");
        JsonObject corrected = ToldLog.article(id("a"), news, MONDAY)
                .add("corrections", Json.createArrayBuilder().add(corrections))
                .build();

        log.line("corrected", id("a"), corrected, Instant.parse("2026-11-01T08:00:00Z"))
                .tell();

        XmlReading feed = atom("/sections/p" + news + "/");
        String entry = "/atom:feed/atom:entry[atom:id='" + uri("a") + "']";
        assertThat(feed.text(entry + "/atom:content")).contains("更正（2026年11月1日）：应为九万吨。");
        assertThat(feed.text(entry + "/atom:updated")).isEqualTo("2026-11-01T16:00:00+08:00");
        assertThat(feed.text(entry + "/atom:published")).isEqualTo("2026-10-26T08:00:00+08:00");
        assertThat(feed.texts("/atom:feed/atom:entry/atom:id"))
                .as("it keeps its place")
                .containsExactly(uri("b"), uri("a"));
    }

    @Test
    void minorEditLeavesUpdatedAloneAndMovesTheValidators() {
        String feed = "/sections/p" + news + "/";
        RenderedFeed before = get(feed + "atom.xml");
        String updated = atom(feed).text("/atom:feed/atom:updated");
        JsonObject edited = ToldLog.article(id("a"), news, MONDAY)
                .add("body", "<p>少了一个错字</p>")
                .build();

        log.line("updated", id("a"), edited, ToldLog.NOON.plusSeconds(9)).tell();

        assertThat(atom(feed).text("/atom:feed/atom:entry[atom:id='" + uri("a") + "']/atom:updated"))
                .isEqualTo("2026-10-26T08:00:00+08:00");
        assertThat(atom(feed).text("/atom:feed/atom:updated")).isEqualTo(updated);
        assertThat(get(feed + "atom.xml").etag()).isNotEqualTo(before.etag());
        assertThat(get(feed + "atom.xml").lastModified()).isEqualTo(ToldLog.NOON.plusSeconds(9));
    }

    @Test
    void changeElsewhereLeavesTheFeedOnItsShelf() {
        RenderedFeed before = get("/sections/p" + news + "/atom.xml");

        log.published(id("d"), sport, MONDAY.plusSeconds(5)).tell();

        assertThat(get("/sections/p" + news + "/atom.xml")).isSameAs(before);
        assertThat(rss("/")).contains(id("d"));
    }

    @Test
    void readingTheLogAnewChangesNothing() {
        log.withdrawn(id("a")).tell();
        String feed = "/sections/p" + news + "/";
        RenderedFeed before = get(feed + "atom.xml");

        copyDesk.readAnew();
        log.tellAgain();

        assertThat(copyDesk.bookmark().isSettled()).isTrue();
        assertThat(get(feed + "atom.xml").etag()).isEqualTo(before.etag());
        assertThat(get(feed + "atom.xml").lastModified()).isEqualTo(before.lastModified());
    }

    private XmlReading atom(String feed) {
        return XmlReading.of(get(feed + "atom.xml").plain());
    }

    private String rss(String feed) {
        return new String(get(feed + "rss.xml").plain(), StandardCharsets.UTF_8);
    }

    private String json(String feed) {
        return new String(get(feed + "feed.json").plain(), StandardCharsets.UTF_8);
    }

    private RenderedFeed get(String path) {
        return shelf.get(FeedAddress.find(path, false).orElseThrow());
    }

    /** The section's own number is hexadecimal: with the x it is never found in it, as tags and authors tell it. */
    private String id(String letter) {
        return news.substring(0, 9) + "x" + letter;
    }

    private String uri(String letter) {
        return "tag:news.example,2026-11-01:" + id(letter);
    }
}
