// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongmei.test.Deployments;

/** Our copy of what is published, told by hand what article-service would tell. */
@ExtendWith(ArquillianExtension.class)
class CopyDeskIT {

    @Deployment
    static WebArchive service() {
        return Deployments.service("feed-service", "feeds").addClass(CopyDeskIT.class);
    }

    @Inject
    CopyDesk copyDesk;

    @Inject
    Entries entries;

    @Inject
    Sections sections;

    @Inject
    Filings filings;

    private String log;

    @BeforeEach
    void beginLog() {
        log = UUID.randomUUID().toString();
        Bookmark bookmark = copyDesk.bookmark();
        copyDesk.take(page(0, opened(1, "sec1", "news")), bookmark.log(), bookmark.position());
        if (copyDesk.bookmark().position() == 0) {
            copyDesk.take(page(0, opened(1, "sec1", "news")), log, 0);
        }
    }

    @Test
    void pageThatIsReadTwiceIsTakenOnce() {
        SeenChanges page = page(2, published(2, "a1", "秋收"));

        boolean first = copyDesk.take(page, log, 1);
        boolean second = copyDesk.take(page, log, 1);

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(titles()).containsExactly("秋收");
    }

    @Test
    void withdrawnArticleLeavesItsIdentityAndNothingElse() {
        copyDesk.take(page(2, published(2, "a1", "撤下的")), log, 1);

        copyDesk.take(page(3, change(3, "withdrawn", "a1", null)), log, 2);

        Entry entry = entries.find("a1").orElseThrow();
        assertThat(entry.withdrawnAt()).isPresent();
        assertThat(entry.uri()).isEqualTo("tag:news.example,2026-11-01:a1");
        assertThat(titles()).isEmpty();
    }

    @Test
    void anotherLogIsReadFromItsStartAndWhatItDoesNotMentionIsWithdrawn() {
        copyDesk.take(page(2, published(2, "a1", "旧日志里的")), log, 1);
        String old = log;
        log = UUID.randomUUID().toString();

        copyDesk.take(page(5), old, 2);
        copyDesk.take(page(2, opened(1, "sec1", "news"), published(2, "a2", "新日志里的")), log, 0);

        assertThat(titles()).containsExactly("新日志里的");
        assertThat(entries.find("a1").orElseThrow().withdrawnAt()).isPresent();
    }

    @Test
    void movedSectionIsFoundByBothPaths() {
        SeenChange.SeenSection moved = new SeenChange.SeenSection("sec1", "xinwen", "新闻", 1, false);

        copyDesk.take(page(2, new SeenChange(2, "section-moved", null, "sec1", Instant.EPOCH, null, moved)), log, 1);

        assertThat(sections.find("xinwen").orElseThrow().id()).isEqualTo("sec1");
        assertThat(sections.findMoved("news").orElseThrow().path()).isEqualTo("xinwen");
    }

    @Test
    void articleOfASectionThatWasNeverOpenedIsInNoFeed() {
        copyDesk.take(page(2, published(2, "a1", "站务", "hidden1")), log, 1);

        assertThat(titles()).isEmpty();
    }

    @Test
    void advertorialIsNotSyndicated() {
        JsonObject article = Json.createObjectBuilder(article("a1", "软文", "sec1"))
                .add("kind", "advertorial")
                .build();

        copyDesk.take(page(2, change(2, "published", "a1", article)), log, 1);

        assertThat(titles()).isEmpty();
    }

    private List<String> titles() {
        return filings.newest(Topic.SITE, 10).stream()
                .map(entry -> entry.story().title())
                .toList();
    }

    private SeenChanges page(long last, SeenChange... items) {
        return new SeenChanges(log, List.of(items), last, null);
    }

    private static SeenChange opened(long sequence, String id, String path) {
        SeenChange.SeenSection section = new SeenChange.SeenSection(id, path, "新闻", 1, false);
        return new SeenChange(sequence, "section-opened", null, id, Instant.EPOCH, null, section);
    }

    private static SeenChange published(long sequence, String id, String title) {
        return published(sequence, id, title, "sec1");
    }

    private static SeenChange published(long sequence, String id, String title, String section) {
        return change(sequence, "published", id, article(id, title, section));
    }

    private static SeenChange change(long sequence, String kind, String id, JsonObject article) {
        return new SeenChange(sequence, kind, id, null, Instant.parse("2026-11-02T00:00:00Z"), article, null);
    }

    private static JsonObject article(String id, String title, String section) {
        return Json.createObjectBuilder()
                .add("id", id)
                .add("uri", "tag:news.example,2026-11-01:" + id)
                .add("url", "https://news.example/articles/" + id)
                .add("state", "published")
                .add("kind", "original")
                .add("title", title)
                .add(
                        "breadcrumb",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("id", section)
                                        .add("path", "news")
                                        .add("name", "新闻")))
                .add("rights", Json.createObjectBuilder().add("syndication", "public"))
                .add("body", "<p>正文</p>")
                .add("publishedAt", "2026-11-01T00:00:00Z")
                .add("updatedAt", "2026-11-01T00:00:00Z")
                .build();
    }
}
