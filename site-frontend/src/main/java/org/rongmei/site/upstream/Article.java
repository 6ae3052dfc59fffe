// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.upstream;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An article as article-service gives it. See contracts/article.json. */
public record Article(
        String id,
        String uri,
        String url,
        @Nullable String section,
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
        List<String> tags,
        @Nullable String body,
        int page,
        int pages,
        List<Image> images,
        List<Attachment> attachments,
        Flags flags,
        List<Correction> corrections,
        Instant publishedAt,
        Instant updatedAt,
        @Nullable Highlight highlight,
        @Nullable String state,
        @Nullable Pending pending,
        @Nullable Instant createdAt) {

    /** Where its next version is on its way through the reviews, for the newsroom. */
    public record Pending(String state) {}

    /** Of what was searched for: HTML, escaped but for its {@code mark} elements. */
    public record Highlight(String title, String text) {}

    public record Crumb(String id, String path, String name) {}

    public record Credit(String role, String name) {}

    public record Source(String name, @Nullable URI url) {}

    public record Original(
            @Nullable String title,
            @Nullable String author,
            @Nullable URI url) {}

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
            @Nullable String title,
            @Nullable URI poster) {}

    public record Flags(boolean newsInformation, boolean aiGenerated, boolean minorSensitive) {}

    public record Correction(Instant at, String text) {}

    public Article {
        breadcrumb = listOrEmpty(breadcrumb);
        credits = listOrEmpty(credits);
        editors = listOrEmpty(editors);
        tags = listOrEmpty(tags);
        images = listOrEmpty(images);
        attachments = listOrEmpty(attachments);
        corrections = listOrEmpty(corrections);
        // What has never been published has neither of the other two.
        publishedAt = publishedAt == null && createdAt != null ? createdAt : publishedAt;
        updatedAt = updatedAt == null ? publishedAt : updatedAt;
    }

    private static <T> List<T> listOrEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    public boolean isAdvertorial() {
        return kind.equals("advertorial");
    }

    public boolean isReprint() {
        return kind.equals("reprint");
    }
}
