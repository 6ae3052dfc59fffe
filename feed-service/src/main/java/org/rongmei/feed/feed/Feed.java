// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A feed before it is written in any format. Texts are plain and free of characters that XML forbids; URLs absolute. */
public record Feed(
        FeedAddress address,
        String id,
        String title,
        String description,
        String siteUrl,
        @Nullable String publisher,
        @Nullable String copyright,
        @Nullable String email,
        History history,
        Dates dates,
        List<Entry> entries,
        List<Tombstone> tombstones) {

    /**
     * Where the documents before and after this one are (RFC 5005, section 4).
     *
     * @param older the archive document before this one, 0 when there is none
     * @param newer the archive document after this one, 0 when there is none
     */
    public record History(long older, long newer) {
        static final History NONE = new History(0, 0);
    }

    /**
     * When it last changed; never the time of day.
     *
     * @param updated in a way that readers should notice (RFC 4287, section 4.2.15)
     * @param built in any way, as far as entries are concerned
     * @param changed in any way
     */
    public record Dates(Instant updated, Instant built, Instant changed) {}

    /** An article in a feed. Without {@code content} only the summary may leave. */
    public record Entry(
            String uri,
            String url,
            String title,
            List<String> authors,
            String summary,
            @Nullable String content,
            Instant published,
            Instant updated,
            List<String> categories,
            List<Picture> pictures,
            List<Enclosure> enclosures,
            @Nullable String rights,
            @Nullable String licence,
            @Nullable String sourceName,
            @Nullable String sourceUrl,
            boolean aiGenerated,
            @Nullable Provenance provenance) {

        Entry withoutContent() {
            return new Entry(
                    uri,
                    url,
                    title,
                    authors,
                    summary,
                    null,
                    published,
                    updated,
                    categories,
                    pictures,
                    enclosures,
                    rights,
                    licence,
                    sourceName,
                    sourceUrl,
                    aiGenerated,
                    provenance);
        }

        /** The one that RSS has room for: the first whose length is known, if there is one. */
        Optional<Enclosure> enclosure() {
            return enclosures.stream()
                    .filter(enclosure -> enclosure.length() > 0)
                    .findFirst()
                    .or(() -> enclosures.stream().findFirst());
        }
    }

    /** Where an article comes from, as far as those have to know who print it again. Not in public feeds. */
    public record Provenance(
            String articleId,
            long version,
            String kind,
            @Nullable String kicker,
            @Nullable String subtitle,
            @Nullable String holder,
            @Nullable String statement,
            @Nullable String originalTitle,
            @Nullable String originalAuthor,
            @Nullable String originalUrl) {}

    /** Length in bytes, 0 when unknown. */
    public record Enclosure(
            String kind,
            String url,
            String type,
            long length,
            @Nullable String title) {}

    public record Picture(
            String url,
            String thumbnail,
            int width,
            int height,
            String alt,
            @Nullable String caption,
            @Nullable String credit) {}

    /** That an entry was withdrawn (RFC 6721). */
    public record Tombstone(String uri, Instant when) {}

    String self(FeedFormat format) {
        return siteUrl + address.path(format);
    }

    /** The same feed with other entries. */
    Feed with(List<Entry> otherEntries, List<Tombstone> otherTombstones) {
        return new Feed(
                address,
                id,
                title,
                description,
                siteUrl,
                publisher,
                copyright,
                email,
                history,
                dates,
                otherEntries,
                otherTombstones);
    }

    Optional<String> older(FeedFormat format) {
        return archive(history.older(), format);
    }

    Optional<String> newer(FeedFormat format) {
        return archive(history.newer(), format);
    }

    /** The subscription document. */
    String current(FeedFormat format) {
        return siteUrl + address.archive(0).path(format);
    }

    private Optional<String> archive(long lastPlace, FeedFormat format) {
        return lastPlace == 0
                ? Optional.empty()
                : Optional.of(siteUrl + address.archive(lastPlace).path(format));
    }

    /** The scheme of the labels that the law wants on some texts; in plain sight they are in the text itself. */
    String labels() {
        return siteUrl + "/subscribe/#labels";
    }

    String page() {
        return siteUrl + address.pagePath();
    }
}
