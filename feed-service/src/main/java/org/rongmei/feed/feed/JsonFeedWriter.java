// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
final class JsonFeedWriter {

    private JsonFeedWriter() {}

    static byte[] write(Feed feed) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        feed.entries().forEach(entry -> items.add(item(entry)));
        JsonObjectBuilder document = Json.createObjectBuilder()
                .add("version", "https://jsonfeed.org/version/1.1")
                .add("title", feed.title())
                .add("home_page_url", feed.page())
                .add("feed_url", feed.self(FeedFormat.JSON))
                .add("description", feed.description())
                .add("language", "zh-CN");
        feed.older(FeedFormat.JSON).ifPresent(older -> document.add("next_url", older));
        if (feed.publisher() != null) {
            document.add("authors", Json.createArrayBuilder().add(author(feed.publisher())));
        }
        return document.add("items", items)
                .add("_rongmei", extension(feed))
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObjectBuilder extension(Feed feed) {
        JsonArrayBuilder withdrawn = Json.createArrayBuilder();
        feed.tombstones()
                .forEach(tombstone -> withdrawn.add(Json.createObjectBuilder()
                        .add("id", tombstone.uri())
                        .add("when", FeedDates.rfc3339(tombstone.when()))));
        JsonObjectBuilder extension = Json.createObjectBuilder()
                .add("about", feed.siteUrl() + "/subscribe/")
                .add("updated", FeedDates.rfc3339(feed.dates().updated()));
        addIfPresent(extension, "rights", feed.copyright());
        return extension.add("withdrawn", withdrawn);
    }

    private static JsonObjectBuilder item(Feed.Entry entry) {
        JsonObjectBuilder item = Json.createObjectBuilder()
                .add("id", entry.uri())
                .add("url", entry.url())
                .add("title", entry.title())
                .add("summary", entry.summary());
        if (entry.content() == null) {
            item.add("content_text", entry.summary());
        } else {
            item.add("content_html", entry.content());
        }
        item.add("date_published", FeedDates.rfc3339(entry.published()))
                .add("date_modified", FeedDates.rfc3339(entry.updated()));
        entry.pictures().stream().findFirst().ifPresent(picture -> item.add("image", picture.url()));
        addIfPresent(item, "external_url", entry.sourceUrl());
        if (!entry.authors().isEmpty()) {
            JsonArrayBuilder authors = Json.createArrayBuilder();
            entry.authors().forEach(name -> authors.add(author(name)));
            item.add("authors", authors);
        }
        JsonArrayBuilder tags = Json.createArrayBuilder(entry.categories());
        item.add("tags", tags);
        if (!entry.enclosures().isEmpty()) {
            JsonArrayBuilder attachments = Json.createArrayBuilder();
            entry.enclosures().forEach(enclosure -> attachments.add(attachment(enclosure)));
            item.add("attachments", attachments);
        }
        JsonObjectBuilder extension = Json.createObjectBuilder().add("ai_generated", entry.aiGenerated());
        addIfPresent(extension, "rights", entry.rights());
        addIfPresent(extension, "licence", entry.licence());
        addIfPresent(extension, "source", entry.sourceName());
        if (entry.provenance() != null) {
            provenance(entry.provenance(), extension);
        }
        return item.add("_rongmei", extension);
    }

    private static void provenance(Feed.Provenance from, JsonObjectBuilder extension) {
        extension.add("version", from.version()).add("kind", from.kind());
        addIfPresent(extension, "holder", from.holder());
        addIfPresent(extension, "statement", from.statement());
        JsonObjectBuilder original = Json.createObjectBuilder();
        addIfPresent(original, "title", from.originalTitle());
        addIfPresent(original, "author", from.originalAuthor());
        addIfPresent(original, "url", from.originalUrl());
        JsonObject known = original.build();
        if (!known.isEmpty()) {
            extension.add("original", known);
        }
    }

    private static JsonObjectBuilder attachment(Feed.Enclosure enclosure) {
        JsonObjectBuilder attachment =
                Json.createObjectBuilder().add("url", enclosure.url()).add("mime_type", enclosure.type());
        addIfPresent(attachment, "title", enclosure.title());
        if (enclosure.length() > 0) {
            attachment.add("size_in_bytes", enclosure.length());
        }
        return attachment;
    }

    private static JsonObjectBuilder author(String name) {
        return Json.createObjectBuilder().add("name", name);
    }

    private static void addIfPresent(JsonObjectBuilder object, String name, @Nullable String value) {
        if (value != null) {
            object.add(name, value);
        }
    }
}
