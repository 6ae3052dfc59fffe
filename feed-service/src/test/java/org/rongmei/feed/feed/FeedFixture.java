// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A feed of the village's news, with whatever a test puts into it. */
final class FeedFixture {

    static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");
    static final Instant TUESDAY = Instant.parse("2026-03-03T17:30:05Z");
    static final String SITE = "https://news.example.com";

    /** Whatever has broken a feed before: mark-up, the end of a CDATA section, characters of four bytes. */
    static final String AWKWARD = "<b>“秋收”</b> & ]]> 'x' \"y\" 𠅤😀";

    FeedAddress address = new FeedAddress(FeedAddress.Subject.SITE, "", false);
    String title = "青岚新闻";

    Feed.History history = Feed.History.NONE;

    @Nullable
    String publisher = "青岚县融媒体中心";

    @Nullable
    String email = "news@example.com";

    final List<Feed.Entry> entries = new ArrayList<>();
    final List<Feed.Tombstone> tombstones = new ArrayList<>();

    Feed feed() {
        return new Feed(
                address,
                "urn:uuid:6f9619ff-8b86-3011-b42d-00cf4fc964ff",
                title,
                title + "的最新稿件",
                SITE,
                publisher,
                "版权所有：" + publisher,
                email,
                history,
                new Feed.Dates(TUESDAY, TUESDAY, TUESDAY),
                entries,
                tombstones);
    }

    FeedFixture with(EntryFixture entry) {
        entries.add(entry.entry());
        return this;
    }

    FeedFixture withdrawn(String uri, Instant when) {
        tombstones.add(new Feed.Tombstone(uri, when));
        return this;
    }

    /** An article called by a letter, complete but for what is taken from it. */
    static final class EntryFixture {

        final String id;
        String title;
        List<String> authors = List.of("张泽青", "杨郭");
        String summary = "金黄的稻谷晒满了场院。";

        @Nullable
        String content = "<p>金黄的<b>稻谷</b>晒满了场院。</p>";

        Instant published = MONDAY;
        Instant updated = MONDAY;
        List<Feed.Enclosure> enclosures = List.of();
        List<Feed.Picture> pictures = List.of();

        boolean aiGenerated;

        Feed.@Nullable Provenance provenance;

        @Nullable
        String licence;

        @Nullable
        String sourceName;

        @Nullable
        String sourceUrl;

        EntryFixture(String id) {
            this.id = id;
            title = "稿件" + id;
        }

        Feed.Entry entry() {
            return new Feed.Entry(
                    "tag:example.com,2026-03-02:" + id,
                    SITE + "/articles/" + id,
                    title,
                    authors,
                    summary,
                    content,
                    published,
                    updated,
                    List.of("镇街部门", "秋收"),
                    pictures,
                    enclosures,
                    "青岚县融媒体中心",
                    licence,
                    sourceName,
                    sourceUrl,
                    aiGenerated,
                    provenance);
        }
    }

    static EntryFixture entry(String id) {
        return new EntryFixture(id);
    }

    /** Its texts are as awkward as texts come. */
    static EntryFixture awkward(String id) {
        EntryFixture entry = new EntryFixture(id);
        entry.title = AWKWARD;
        entry.authors = List.of(AWKWARD);
        entry.summary = AWKWARD;
        entry.content = "<p>" + AWKWARD + "</p>";
        return entry;
    }

    /** A reprint with a film, a recording and a picture. */
    static EntryFixture rich(String id) {
        EntryFixture entry = new EntryFixture(id);
        entry.updated = TUESDAY;
        entry.enclosures = List.of(
                new Feed.Enclosure("video", "https://cdn.example.com/a.mp4", "video/mp4", 7_000_000_000L, "秋收"),
                new Feed.Enclosure("audio", "https://cdn.example.com/a.mp3", "audio/mpeg", 0, null));
        entry.pictures = List.of(new Feed.Picture(
                SITE + "/content/media/06k3r8vq00001/large",
                SITE + "/content/media/06k3r8vq00001/thumbnail",
                1600,
                900,
                "稻谷",
                null,
                "张泽青 摄"));
        entry.licence = "https://creativecommons.org/licenses/by/4.0/";
        entry.sourceName = "新华社";
        entry.sourceUrl = "https://xinhua.example.com/1";
        return entry;
    }
}
