// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ninjs 3.1, the IPTC's News in JSON (iptc.org/std/ninjs): an article, what is left of one that must go, or a page of a
 * feed. The same article always becomes the same text, with its members in the same order.
 */
public final class NinjsWriter {

    public static final String CONTENT_TYPE = "application/json; charset=utf-8";

    private static final String SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json";
    private static final String SOURCE_TYPE =
            "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia";

    private NinjsWriter() {}

    /** A section as it is called and found now. */
    public record Place(String path, String name, String url) {}

    static JsonObject article(Feed.Entry entry, @Nullable Place place) {
        return item(Json.createObjectBuilder(), entry, place).build();
    }

    /** Of an article that must not be shown any more, whatever the reason: its identity and nothing else. */
    public static JsonObject canceled(String uri, Instant when) {
        return Json.createObjectBuilder()
                .add("uri", AtomId.of(uri))
                .add("type", "text")
                .add("representationType", "partial")
                .add("versionCreated", FeedDates.rfc3339(when))
                .add("pubStatus", "canceled")
                .add("standard", standard())
                .build();
    }

    /** A feed as a composite of its entries; those that were withdrawn are in it as canceled. */
    static JsonObject page(Feed feed, String self) {
        JsonArrayBuilder associations = Json.createArrayBuilder();
        for (Feed.Entry entry : feed.entries()) {
            associations.add(item(Json.createObjectBuilder().add("name", entry.uri()), entry, null));
        }
        for (Feed.Tombstone tombstone : feed.tombstones()) {
            associations.add(Json.createObjectBuilder(canceled(tombstone.uri(), tombstone.when()))
                    .add("name", tombstone.uri()));
        }
        JsonObjectBuilder page = Json.createObjectBuilder()
                .add("uri", self)
                .add("type", "composite")
                .add("representationType", "full")
                .add("versionCreated", FeedDates.rfc3339(feed.dates().changed()))
                .add("pubStatus", "usable")
                .add("language", "zh-CN")
                .add("title", feed.title());
        addIfPresent(page, "copyrightNotice", feed.copyright());
        feed.older(FeedFormat.JSON)
                .ifPresent(older -> page.add(
                        "renditions",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("name", "prev-archive")
                                        .add("href", older.replace(FeedFormat.JSON.fileName(), "ninjs.json")))));
        return page.add("associations", associations)
                .add("standard", standard())
                .build();
    }

    private static JsonObjectBuilder item(JsonObjectBuilder item, Feed.Entry entry, @Nullable Place place) {
        Feed.@Nullable Provenance provenance = entry.provenance();
        item.add("uri", AtomId.of(entry.uri()))
                .add("type", "text")
                .add("representationType", entry.content() == null ? "partial" : "full");
        if (provenance != null) {
            item.add("version", String.valueOf(provenance.version()));
        }
        item.add("firstCreated", FeedDates.rfc3339(entry.published()))
                .add("versionCreated", FeedDates.rfc3339(entry.updated()))
                .add("pubStatus", "usable");
        if (provenance != null) {
            addIfPresent(item, "copyrightHolder", provenance.holder());
            addIfPresent(item, "usageTerms", provenance.statement());
        }
        addIfPresent(item, "copyrightNotice", entry.rights());
        item.add("language", "zh-CN").add("title", entry.title()).add("headlines", headlines(entry));
        item.add("descriptions", Json.createArrayBuilder().add(text("summary", "text/plain", entry.summary())));
        if (entry.content() != null) {
            item.add("bodies", Json.createArrayBuilder().add(text("main", "text/html", entry.content())));
        }
        item.add("people", people(entry));
        if (!entry.authors().isEmpty()) {
            item.add("by", String.join(" ", entry.authors()));
        }
        item.add("subjects", subjects(entry, place)).add("infoSources", sources(entry));
        item.add(
                "renditions",
                Json.createArrayBuilder()
                        .add(Json.createObjectBuilder()
                                .add("name", "web")
                                .add("href", entry.url())
                                .add("contentType", "text/html")));
        item.add("associations", media(entry)).add("altIds", altIds(entry));
        if (entry.licence() != null) {
            item.add("rightsInfo", Json.createObjectBuilder().add("linkedRights", entry.licence()));
        }
        if (entry.aiGenerated()) {
            item.add(
                    "digitalSourceType",
                    Json.createObjectBuilder().add("name", "人工智能生成").add("uri", SOURCE_TYPE));
        }
        return item.add("standard", standard());
    }

    private static JsonArrayBuilder headlines(Feed.Entry entry) {
        JsonArrayBuilder headlines = Json.createArrayBuilder().add(text("main", "text/plain", entry.title()));
        if (entry.provenance() != null && entry.provenance().kicker() != null) {
            headlines.add(text("kicker", "text/plain", entry.provenance().kicker()));
        }
        if (entry.provenance() != null && entry.provenance().subtitle() != null) {
            headlines.add(text("subtitle", "text/plain", entry.provenance().subtitle()));
        }
        return headlines;
    }

    private static JsonObjectBuilder text(String role, String type, String value) {
        return Json.createObjectBuilder()
                .add("role", role)
                .add("contentType", type)
                .add("value", value);
    }

    private static JsonArrayBuilder people(Feed.Entry entry) {
        JsonArrayBuilder people = Json.createArrayBuilder();
        entry.authors().forEach(name -> people.add(named(name, "author")));
        if (entry.provenance() != null && entry.provenance().originalAuthor() != null) {
            people.add(named(entry.provenance().originalAuthor(), "original-author"));
        }
        return people;
    }

    private static JsonObjectBuilder named(String name, String rel) {
        return Json.createObjectBuilder().add("name", name).add("rel", rel);
    }

    private static JsonArrayBuilder subjects(Feed.Entry entry, @Nullable Place place) {
        JsonArrayBuilder subjects = Json.createArrayBuilder();
        if (place != null) {
            subjects.add(named(place.name(), "section").add("uri", place.url()).add("literal", place.path()));
        }
        if (entry.provenance() != null) {
            subjects.add(named(entry.provenance().kind(), "kind"));
        }
        entry.categories().forEach(category -> subjects.add(named(category, "category")));
        return subjects;
    }

    private static JsonArrayBuilder sources(Feed.Entry entry) {
        JsonArrayBuilder sources = Json.createArrayBuilder();
        if (entry.sourceName() != null) {
            JsonObjectBuilder source =
                    Json.createObjectBuilder().add("name", entry.sourceName()).add("role", "source");
            addIfPresent(source, "uri", entry.sourceUrl());
            sources.add(source);
        }
        Feed.@Nullable Provenance provenance = entry.provenance();
        if (provenance != null && provenance.originalUrl() != null) {
            JsonObjectBuilder original = Json.createObjectBuilder();
            addIfPresent(original, "name", provenance.originalTitle());
            sources.add(original.add("role", "original").add("uri", provenance.originalUrl()));
        }
        return sources;
    }

    private static JsonArrayBuilder media(Feed.Entry entry) {
        JsonArrayBuilder media = Json.createArrayBuilder();
        int number = 0;
        for (Feed.Picture picture : entry.pictures()) {
            number++;
            JsonObjectBuilder item = Json.createObjectBuilder()
                    .add("name", "picture-" + number)
                    .add("uri", picture.url())
                    .add("type", "picture");
            String words = picture.caption() == null ? picture.alt() : picture.caption();
            item.add("descriptions", Json.createArrayBuilder().add(text("caption", "text/plain", words)));
            addIfPresent(item, "by", picture.credit());
            media.add(item.add("renditions", renditions(picture)));
        }
        number = 0;
        for (Feed.Enclosure enclosure : entry.enclosures()) {
            number++;
            String type = List.of("audio", "video").contains(enclosure.kind()) ? enclosure.kind() : "component";
            JsonObjectBuilder rendition = Json.createObjectBuilder()
                    .add("name", "original")
                    .add("href", enclosure.url())
                    .add("contentType", enclosure.type());
            if (enclosure.length() > 0 && enclosure.length() <= Integer.MAX_VALUE) {
                rendition.add("sizeInBytes", enclosure.length());
            }
            JsonObjectBuilder item = Json.createObjectBuilder()
                    .add("name", "attachment-" + number)
                    .add("uri", enclosure.url())
                    .add("type", type);
            addIfPresent(item, "title", enclosure.title());
            media.add(item.add("renditions", Json.createArrayBuilder().add(rendition)));
        }
        return media;
    }

    private static JsonArrayBuilder renditions(Feed.Picture picture) {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("name", "large")
                        .add("href", picture.url())
                        .add("width", picture.width())
                        .add("height", picture.height()))
                .add(Json.createObjectBuilder().add("name", "thumbnail").add("href", picture.thumbnail()));
    }

    private static JsonArrayBuilder altIds(Feed.Entry entry) {
        JsonArrayBuilder ids = Json.createArrayBuilder();
        if (!AtomId.of(entry.uri()).equals(entry.uri())) {
            ids.add(Json.createObjectBuilder().add("role", "uri").add("value", entry.uri()));
        }
        if (entry.provenance() != null) {
            ids.add(Json.createObjectBuilder()
                    .add("role", "article")
                    .add("value", entry.provenance().articleId()));
        }
        return ids;
    }

    private static JsonObjectBuilder standard() {
        return Json.createObjectBuilder()
                .add("name", "ninjs")
                .add("version", "3.1")
                .add("schema", SCHEMA);
    }

    private static void addIfPresent(JsonObjectBuilder object, String name, @Nullable String value) {
        if (value != null) {
            object.add(name, value);
        }
    }
}
