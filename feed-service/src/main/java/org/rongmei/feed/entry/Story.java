// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An article as article-service tells it, as far as feeds care. See contracts/article.json. */
public record Story(
        String id,
        String uri,
        String url,
        String state,
        @Nullable Long version,
        List<Crumb> breadcrumb,
        String kind,
        @Nullable String kicker,
        String title,
        @Nullable String subtitle,
        @Nullable String summary,
        @Nullable String dateline,
        List<Credit> credits,
        List<Credit> editors,
        @Nullable Source source,
        @Nullable Original original,
        Rights rights,
        List<String> tags,
        @Nullable String body,
        List<Image> images,
        List<Attachment> attachments,
        Flags flags,
        List<Correction> corrections,
        Instant publishedAt,
        Instant updatedAt) {

    public record Crumb(String id, String path, String name) {}

    public record Credit(String role, String name) {}

    public record Source(String name, @Nullable URI url) {}

    public record Original(
            @Nullable String title,
            @Nullable String author,
            @Nullable URI url) {}

    public record Rights(
            @Nullable String holder,
            @Nullable String statement,
            @Nullable URI licence,
            String syndication) {}

    public record Image(
            String id,
            String alt,
            @Nullable String credit,
            @Nullable String caption,
            int width,
            int height,
            Map<String, String> renditions) {}

    public record Attachment(
            String kind,
            URI url,
            String type,
            long length,
            @Nullable String duration,
            @Nullable String title) {}

    public record Flags(boolean newsInformation, boolean aiGenerated, boolean minorSensitive) {}

    public record Correction(Instant at, String text) {}

    private static final Jsonb JSON = JsonbBuilder.create();
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final int LONGEST_ID = 13;
    private static final int LONGEST_URI = 2_000;

    public Story {
        breadcrumb = listOrEmpty(breadcrumb);
        credits = listOrEmpty(credits);
        editors = listOrEmpty(editors);
        tags = listOrEmpty(tags);
        images = listOrEmpty(images);
        attachments = listOrEmpty(attachments);
        corrections = listOrEmpty(corrections);
        rights = rights == null ? new Rights(null, null, null, "public") : rights;
        flags = flags == null ? new Flags(true, false, false) : flags;
    }

    private static <T> List<T> listOrEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    public static Story fromJson(String document) {
        return JSON.fromJson(document, Story.class);
    }

    /** @throws IllegalArgumentException if it lacks what no entry can do without, or is not the article of that id */
    Story requireComplete(String expectedId) {
        boolean complete = expectedId.equals(id)
                && id.matches("[0-9a-z]{1,13}")
                && sectionId().length() <= LONGEST_ID
                && uri != null
                && !uri.isBlank()
                && uri.length() <= LONGEST_URI
                && !XmlText.legal(uri).isBlank()
                && title != null
                && kind != null
                && isStorable(publishedAt)
                && isStorable(updatedAt);
        if (!complete) {
            throw new IllegalArgumentException("Incomplete: id " + id + ", uri " + uri + ", published " + publishedAt);
        }
        return this;
    }

    private static boolean isStorable(@Nullable Instant instant) {
        return instant != null && instant.isAfter(EARLIEST) && instant.isBefore(LATEST);
    }

    String sectionId() {
        return breadcrumb.isEmpty() ? "" : breadcrumb.get(breadcrumb.size() - 1).id();
    }

    /** Advertorials are not syndicated (广告法, art. 14: they must not pass for news). */
    boolean belongsInFeeds() {
        return !kind.equals("advertorial");
    }

    /** Whether strangers may have the whole text. */
    public boolean isForEverybody() {
        return rights.syndication().equals("public");
    }

    /** Whether the whole text is for those who have a contract. */
    public boolean isForPartners() {
        return rights.syndication().equals("partners");
    }

    /** Of the article; 0 where article-service did not say. */
    public long edition() {
        return version == null ? 0 : version;
    }
}
