// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.rongmei.feed.entry.XmlText.legal;
import static org.rongmei.feed.entry.XmlText.legalOrNull;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.rongmei.feed.entry.Story;
import org.rongmei.feed.entry.XmlText;

/** Makes the entry of a feed out of a story: what a reader gets who never comes to the site. */
final class EntryEditor {

    private static final int SUMMARY_LENGTH = 140;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA).withZone(ZoneId.of("Asia/Shanghai"));

    private final String siteUrl;

    EntryEditor(String siteUrl) {
        this.siteUrl = siteUrl;
    }

    Feed.Entry edit(Story story, boolean summaryOnly) {
        boolean full = story.isForEverybody() && !summaryOnly;
        return new Feed.Entry(
                legal(story.uri()),
                page(story),
                legal(story.title()),
                story.credits().stream()
                        .map(credit -> legal(credit.name()))
                        .distinct()
                        .toList(),
                summary(story),
                full ? content(story) : null,
                story.publishedAt(),
                updated(story),
                categories(story),
                story.images().stream().map(this::picture).toList(),
                story.attachments().stream().map(EntryEditor::enclosure).toList(),
                rights(story),
                text(story.rights().licence()),
                story.source() == null ? null : legal(story.source().name()),
                story.source() == null ? null : text(story.source().url()),
                story.flags().aiGenerated());
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

    private String content(Story story) {
        Document document = Jsoup.parseBodyFragment(story.body() == null ? "" : story.body(), page(story));
        document.outputSettings().prettyPrint(false);
        Element body = document.body();
        body.select("hr.page-break").remove();
        body.select("img[src]").forEach(image -> image.attr("src", image.absUrl("src")));
        body.select("a[href]").forEach(link -> link.attr("href", link.absUrl("href")));
        prependByline(story, body);
        if (story.subtitle() != null) {
            body.prependElement("p").appendElement("strong").text(story.subtitle());
        }
        story.corrections()
                .forEach(correction ->
                        body.appendElement("p").text("更正（" + DAY.format(correction.at()) + "）：" + correction.text()));
        if (story.flags().aiGenerated()) {
            body.appendElement("p").text("本文含有由人工智能生成的内容。");
        }
        strip(body);
        return body.html();
    }

    /** Before jsoup writes it: what XML cannot carry would come out as a reference, and pass for legal text. */
    private static void strip(Element body) {
        body.nodeStream(TextNode.class).forEach(text -> text.text(legal(text.getWholeText())));
        body.select("*")
                .forEach(element ->
                        element.attributes().forEach(attribute -> attribute.setValue(legal(attribute.getValue()))));
    }

    /** Where Chinese newspapers have it: at the head of the first paragraph, or alone before what has none. */
    private static void prependByline(Story story, Element body) {
        String names = story.credits().stream()
                .collect(Collectors.groupingBy(
                        Story.Credit::role,
                        LinkedHashMap::new,
                        Collectors.mapping(Story.Credit::name, Collectors.joining("、"))))
                .entrySet()
                .stream()
                .map(role -> role.getKey() + role.getValue())
                .collect(Collectors.joining(" "));
        String dateline = story.dateline() == null ? "" : story.dateline();
        String byline = names.isEmpty() ? dateline : dateline + "（" + names + "）";
        if (byline.isEmpty()) {
            return;
        }
        @Nullable Element first = body.selectFirst("> p");
        if (first == null) {
            body.prependElement("p").text(byline);
        } else {
            first.prependText(byline);
        }
    }

    private Feed.Picture picture(Story.Image image) {
        return new Feed.Picture(
                siteUrl + image.renditions().getOrDefault("large", ""),
                siteUrl + image.renditions().getOrDefault("thumbnail", ""),
                image.width(),
                image.height(),
                legal(image.alt()),
                legalOrNull(image.caption()),
                legalOrNull(image.credit()));
    }

    private static Feed.Enclosure enclosure(Story.Attachment attachment) {
        return new Feed.Enclosure(
                attachment.kind(),
                attachment.url().toString(),
                attachment.type(),
                attachment.length(),
                legalOrNull(attachment.title()));
    }

    private static @Nullable String rights(Story story) {
        @Nullable String statement = legalOrNull(story.rights().statement());
        @Nullable String holder = legalOrNull(story.rights().holder());
        return statement != null ? statement : holder;
    }

    private static @Nullable String text(@Nullable URI uri) {
        return uri == null ? null : uri.toString();
    }
}
