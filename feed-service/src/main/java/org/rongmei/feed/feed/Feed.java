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
        Instant updated,
        List<Entry> entries,
        List<Tombstone> tombstones) {

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
            boolean aiGenerated) {

        Optional<Enclosure> enclosure() {
            return enclosures.stream().findFirst();
        }
    }

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

    String page() {
        return siteUrl + address.pagePath();
    }
}
