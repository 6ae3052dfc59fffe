// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What article-service would tell, told by hand: a new log, which makes everything before it disappear. */
public final class ToldLog {

    /** A day after the last of what a test publishes. */
    public static final Instant NOON = Instant.parse("2026-11-02T04:00:00Z");

    private static final int PAGE = 100;

    private final CopyDesk copyDesk;
    private final String log = UUID.randomUUID().toString();
    private final List<SeenChange> untold = new ArrayList<>();
    private final List<SeenChange> all = new ArrayList<>();
    private long sequence;
    private long told;

    public ToldLog(CopyDesk copyDesk) {
        this.copyDesk = copyDesk;
        Bookmark bookmark = copyDesk.bookmark();
        SeenChanges empty = new SeenChanges(log, List.of(), 0, null);
        if (!copyDesk.take(empty, bookmark.log(), bookmark.position())) {
            throw new IllegalStateException("Somebody else is reading");
        }
    }

    public static String newId() {
        return "s" + UUID.randomUUID().toString().replaceAll("[^0-9a-f]", "").substring(0, 10);
    }

    public ToldLog section(String kind, String id, String path) {
        SeenChange.SeenSection section = new SeenChange.SeenSection(id, path, "栏目", 1, false);
        return add(new SeenChange(++sequence, kind, null, id, NOON, null, section));
    }

    public ToldLog opened(String id, String path) {
        return section("section-opened", id, path);
    }

    public ToldLog published(String id, String section, Instant at) {
        return told("published", article(id, section, at).build());
    }

    public ToldLog told(String kind, JsonObject article) {
        return line(kind, article.getString("id"), article, Instant.parse(article.getString("updatedAt")));
    }

    public ToldLog withdrawn(String id) {
        return line("withdrawn", id, null, NOON);
    }

    public ToldLog line(String kind, String id, @Nullable JsonObject article, Instant at) {
        return add(new SeenChange(++sequence, kind, id, null, at, article, null));
    }

    private ToldLog add(SeenChange change) {
        untold.add(change);
        all.add(change);
        return this;
    }

    /** Lets all of it be read, page by page. */
    public void tell() {
        while (!untold.isEmpty()) {
            List<SeenChange> page = List.copyOf(untold.subList(0, Math.min(PAGE, untold.size())));
            untold.subList(0, page.size()).clear();
            if (!copyDesk.take(new SeenChanges(log, page, sequence, null), log, told)) {
                throw new IllegalStateException("The page after " + told + " was not taken");
            }
            told = page.get(page.size() - 1).sequence();
        }
    }

    /** From the start, after our copy was to be made anew: articles as they are now, as the log joins them. */
    public void tellAgain() {
        if (!copyDesk.take(new SeenChanges(log, List.of(), sequence, null), "", 0)) {
            throw new IllegalStateException("The reading did not start over");
        }
        told = 0;
        all.stream().map(this::asOfNow).forEach(untold::add);
        tell();
    }

    private SeenChange asOfNow(SeenChange line) {
        List<SeenChange> ofArticle = all.stream()
                .filter(other -> Objects.equals(other.articleId(), line.articleId()))
                .toList();
        SeenChange last = ofArticle.get(ofArticle.size() - 1);
        return new SeenChange(
                line.sequence(),
                line.kind(),
                line.articleId(),
                line.sectionId(),
                line.at(),
                line.articleId() == null ? null : last.article(),
                line.section());
    }

    public static JsonObjectBuilder article(String id, String section, Instant at) {
        return Json.createObjectBuilder()
                .add("id", id)
                .add("uri", "tag:news.example,2026-11-01:" + id)
                .add("url", "https://news.example/articles/" + id)
                .add("state", "published")
                .add("kind", "original")
                .add("title", "题目" + id)
                .add(
                        "breadcrumb",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("id", section)
                                        .add("path", "somewhere")
                                        .add("name", "栏目")))
                .add("rights", Json.createObjectBuilder().add("syndication", "public"))
                .add("tags", Json.createArrayBuilder().add("标签" + section))
                .add(
                        "credits",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("role", "记者")
                                        .add("name", "作者" + section)))
                .add("body", "<p>正文" + id + "</p>")
                .add("publishedAt", at.toString())
                .add("updatedAt", at.toString());
    }
}
