// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.transfer;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.SortedId;
import org.rongmei.article.article.ArticleDraft;
import org.rongmei.article.article.Correction;
import org.rongmei.article.article.Intake;
import org.rongmei.article.media.PictureArchive;
import org.rongmei.article.transfer.ImportItem.Photograph;
import org.rongmei.article.transfer.ImportItem.Place;
import org.rongmei.article.transfer.ImportItem.Story;
import org.rongmei.article.transfer.ImportItem.Unreadable;
import org.rongmei.kit.Sentence;

/**
 * Our own form, one JSON object per line: an article as the API gives it, a section ({@code path}, {@code name}), or a
 * picture ({@code pixels} in base 64).
 */
final class NdjsonReader implements ImportReader {

    /** A picture of 20 MB in base 64, and its words. */
    private static final int LONGEST_LINE = 30_000_000;

    private static final Jsonb JSON = JsonbBuilder.create();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream content;
    private final @Nullable String section;
    private boolean begun;

    NdjsonReader(InputStream content, @Nullable String section) {
        this.content = content;
        this.section = section;
    }

    @Override
    public @Nullable ImportItem next() throws IOException {
        while (true) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            boolean tooLong = false;
            int read = content.read();
            if (read < 0) {
                return null;
            }
            for (; read >= 0 && read != '\n'; read = content.read()) {
                if (line.size() < LONGEST_LINE) {
                    line.write(read);
                } else {
                    tooLong = true;
                }
            }
            if (tooLong) {
                return new Unreadable(null, null, Sentence.of("这一行太长。", "The line is too long."));
            }
            try {
                String text = text(line.toByteArray()).strip();
                if (!text.isEmpty()) {
                    return item(text);
                }
            } catch (CharacterCodingException e) {
                return new Unreadable(
                        null, null, Sentence.of("这一行不是 UTF-8 编码。", "The line is not in UTF-8: old systems have GBK."));
            }
        }
    }

    /** Java would put a question mark for what it cannot read, and a title of those would be taken. */
    private String text(byte[] line) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(line))
                .toString();
        boolean first = !begun;
        begun = true;
        return first && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private ImportItem item(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            JsonObject object = reader.readObject();
            if (object.containsKey("pixels")) {
                return picture(object);
            }
            return object.containsKey("path") && !object.containsKey("title") ? place(object) : story(object, line);
        } catch (RuntimeException e) { // no narrower one: for what is nested too deeply, Parsson throws just this
            return new Unreadable(
                    null, null, Sentence.of("这一行不是所要的 JSON。", "The line is not the JSON that is wanted here."));
        }
    }

    private static Photograph picture(JsonObject object) {
        return new Photograph(new PictureArchive.Portable(
                object.getString("id"),
                object.getString("alt"),
                object.getString("caption", null),
                object.getString("credit", null),
                Base64.getDecoder().decode(object.getString("pixels"))));
    }

    private static Place place(JsonObject object) {
        return new Place(
                SortedId.parse(object.getString("id", "")).orElse(null),
                object.getString("path"),
                object.getString("name"),
                object.getInt("position", 0),
                object.getBoolean("hidden", false));
    }

    private ImportItem story(JsonObject object, String line) {
        String uri = object.getString("uri", "");
        String title = object.getString("title", "");
        if (!object.getString("state", "published").equals("published")) {
            return new Unreadable(uri, title, Sentence.of("这篇稿件没有发布。", "The article is not published."));
        }
        try {
            Correction[] corrections = JSON.fromJson(
                    object.getOrDefault("corrections", JsonValue.EMPTY_JSON_ARRAY)
                            .toString(),
                    Correction[].class);
            Intake.Origin origin = new Intake.Origin(
                    uri,
                    SortedId.parse(object.getString("id", "")).orElse(null),
                    instant(object, "createdAt"),
                    instant(object, "publishedAt"),
                    instant(object, "updatedAt"),
                    Arrays.asList(corrections));
            ArticleDraft draft = JSON.fromJson(line, ArticleDraft.class);
            return new Story(draft.section() == null ? draft.in(section) : draft, origin, List.of());
        } catch (DateTimeParseException e) {
            return new Unreadable(
                    uri, title, Sentence.of("看不懂时间 %s。", "The date %s cannot be read.", e.getParsedString()));
        }
    }

    private static @Nullable Instant instant(JsonObject object, String field) {
        @Nullable String text = object.getString(field, null);
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
