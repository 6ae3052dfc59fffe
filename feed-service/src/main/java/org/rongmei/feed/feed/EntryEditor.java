// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.rongmei.feed.entry.XmlText.legal;
import static org.rongmei.feed.entry.XmlText.legalOrNull;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.rongmei.feed.entry.Story;
import org.rongmei.feed.entry.XmlText;

/** Makes the entry of a feed out of a story: what a reader gets who never comes to the site. */
final class EntryEditor {

    private static final int SUMMARY_LENGTH = 140;

    private final String siteUrl;
    private final Audience audience;

    EntryEditor(String siteUrl) {
        this(siteUrl, Audience.PUBLIC);
    }

    EntryEditor(String siteUrl, Audience audience) {
        this.siteUrl = siteUrl;
        this.audience = audience;
    }

    Feed.Entry edit(Story story, boolean summaryOnly) {
        boolean full = audience.mayHaveTextOf(story) && !summaryOnly;
        return new Feed.Entry(
                legal(story.uri()),
                page(story),
                legal(story.title()),
                story.credits().stream()
                        .map(credit -> legal(credit.name()))
                        .distinct()
                        .toList(),
                full ? summary(story) : withNotices(story),
                full ? EntryContent.html(story, page(story)) : null,
                story.publishedAt(),
                updated(story),
                categories(story),
                story.images().stream()
                        .flatMap(image -> picture(image).stream())
                        .toList(),
                story.attachments().stream()
                        .flatMap(attachment -> enclosure(attachment).stream())
                        .toList(),
                audience.partner() ? CreditLine.of(story).orElse(null) : rights(story),
                address(story.rights().licence()).orElse(null),
                story.source() == null ? null : legalOrNull(story.source().name()),
                story.source() == null ? null : address(story.source().url()).orElse(null),
                story.flags().aiGenerated(),
                audience.partner() ? provenance(story) : null);
    }

    private String page(Story story) {
        return siteUrl + "/articles/" + story.id();
    }

    private static Instant updated(Story story) {
        return story.corrections().stream()
                .map(Story.Correction::at)
                .reduce(story.updatedAt(), (latest, at) -> at.isAfter(latest) ? at : latest);
    }

    private static List<String> categories(Story story) {
        List<String> sections = story.breadcrumb().isEmpty()
                ? List.of()
                : List.of(story.breadcrumb().get(story.breadcrumb().size() - 1).name());
        return Stream.concat(sections.stream(), story.tags().stream())
                .map(XmlText::legal)
                .distinct()
                .toList();
    }

    /** Who gets nothing but this gets the notices with it. */
    private static String withNotices(Story story) {
        return legal(Stream.of(Notices.before(story), List.of(summary(story)), Notices.after(story))
                .flatMap(List::stream)
                .collect(Collectors.joining(" ")));
    }

    private static String summary(Story story) {
        @Nullable String written = legalOrNull(story.summary());
        if (written != null) {
            return written;
        }
        String body = Jsoup.parseBodyFragment(story.body() == null ? "" : story.body())
                .text();
        String text = body.isBlank() && story.subtitle() != null ? story.subtitle() : body;
        int length = text.codePointCount(0, text.length());
        return legal(
                length <= SUMMARY_LENGTH ? text : text.substring(0, text.offsetByCodePoints(0, SUMMARY_LENGTH)) + "……");
    }

    private Optional<Feed.Picture> picture(Story.Image image) {
        return rendition(image, "large")
                .map(large -> new Feed.Picture(
                        large,
                        rendition(image, "thumbnail").orElse(large),
                        image.width(),
                        image.height(),
                        legal(image.alt() == null ? "" : image.alt()),
                        legalOrNull(image.caption()),
                        legalOrNull(image.credit())));
    }

    private Optional<String> rendition(Story.Image image, String name) {
        try {
            return Optional.ofNullable(image.renditions())
                    .map(renditions -> renditions.get(name))
                    .flatMap(path -> address(URI.create(siteUrl + "/").resolve(path)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Feed.Enclosure> enclosure(Story.Attachment attachment) {
        return address(attachment.url())
                .map(url -> new Feed.Enclosure(
                        attachment.kind(),
                        url,
                        legal(attachment.type()),
                        Math.max(0, attachment.length()),
                        legalOrNull(attachment.title())));
    }

    /** Only what a reader can fetch from wherever it is; in ASCII, because validators want no other address. */
    private static Optional<String> address(@Nullable URI uri) {
        return Optional.ofNullable(uri)
                .filter(each -> "https".equalsIgnoreCase(each.getScheme()) || "http".equalsIgnoreCase(each.getScheme()))
                .filter(each -> each.getHost() != null)
                .map(URI::toASCIIString);
    }

    private static Feed.Provenance provenance(Story story) {
        Story.@Nullable Original original = story.original();
        return new Feed.Provenance(
                story.id(),
                story.edition(),
                story.kind(),
                legalOrNull(story.kicker()),
                legalOrNull(story.subtitle()),
                legalOrNull(story.rights().holder()),
                legalOrNull(story.rights().statement()),
                original == null ? null : legalOrNull(original.title()),
                original == null ? null : legalOrNull(original.author()),
                original == null ? null : address(original.url()).orElse(null));
    }

    private static @Nullable String rights(Story story) {
        @Nullable String statement = legalOrNull(story.rights().statement());
        @Nullable String holder = legalOrNull(story.rights().holder());
        return statement != null ? statement : holder;
    }
}
