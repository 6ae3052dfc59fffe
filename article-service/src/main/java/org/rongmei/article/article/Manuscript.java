// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that is written about and around an article but its body. Stored as one document: it is read as one. */
public record Manuscript(
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
        List<String> aliases,
        List<ImageUse> images,
        List<Attachment> attachments,
        Flags flags) {

    /** For an entity that Jakarta Persistence is about to fill. */
    static final Manuscript EMPTY = new Manuscript(
            ArticleDraft.ORIGINAL,
            null,
            "",
            null,
            null,
            null,
            List.of(),
            List.of(),
            null,
            null,
            Rights.UNSTATED,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Flags.USUAL);

    private static final Jsonb JSON = JsonbBuilder.create();

    public Manuscript {
        credits = listOrEmpty(credits);
        editors = listOrEmpty(editors);
        tags = listOrEmpty(tags);
        aliases = listOrEmpty(aliases);
        images = listOrEmpty(images);
        attachments = listOrEmpty(attachments);
    }

    /** The draft as it is kept: the byline is the draft's own, or the one its first line begins with. */
    static Manuscript of(ArticleDraft draft, Byline byline) {
        return new Manuscript(
                draft.kindOrDefault(),
                blankToNull(draft.kicker()),
                draft.title(),
                blankToNull(draft.subtitle()),
                blankToNull(draft.summary()),
                byline.dateline(),
                byline.credits(),
                listOrEmpty(draft.editors()),
                draft.source(),
                draft.original(),
                (draft.rights() == null ? Rights.UNSTATED : draft.rights()).orDefault(draft.kindOrDefault()),
                distinct(draft.tags()),
                distinct(draft.aliases()),
                listOrEmpty(draft.images()),
                listOrEmpty(draft.attachments()),
                draft.flags() == null ? Flags.USUAL : draft.flags());
    }

    /** What is left when the text is erased: no word of anybody. */
    Manuscript erased() {
        return new Manuscript(
                kind, null, "（已清除）", null, null, null, List.of(), List.of(), null, null, rights, List.of(), List.of(),
                List.of(), List.of(), flags);
    }

    boolean isForEverybody() {
        return Rights.PUBLIC.equals(rights.syndication());
    }

    /** No advertisement is news, and what may harm minors is not put where everybody looks (未成年人网络保护条例, art. 24). */
    boolean mayRank() {
        return !kind.equals(ArticleDraft.ADVERTORIAL) && !flags.minorSensitive();
    }

    /** What readers have to be told of it before they read. */
    Set<String> labels() {
        Set<String> labels = new TreeSet<>();
        if (flags.aiGenerated()) {
            labels.add("aiGenerated");
        }
        if (flags.minorSensitive()) {
            labels.add("minorSensitive");
        }
        if (kind.equals(ArticleDraft.ADVERTORIAL)) {
            labels.add(ArticleDraft.ADVERTORIAL);
        }
        return labels;
    }

    /** What stands around the body, by its field. */
    Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("title", title);
        Stream.of(
                        Map.entry("kicker", nullToEmpty(kicker)),
                        Map.entry("subtitle", nullToEmpty(subtitle)),
                        Map.entry("summary", nullToEmpty(summary)))
                .filter(line -> !line.getValue().isEmpty())
                .forEach(line -> lines.put(line.getKey(), line.getValue()));
        return lines;
    }

    private static String nullToEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static Manuscript fromJson(String json) {
        return JSON.fromJson(json, Manuscript.class);
    }

    String toJson() {
        return JSON.toJson(this);
    }

    private static List<String> distinct(@Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : List.copyOf(
                        new LinkedHashSet<>(texts.stream().map(String::strip).toList()));
    }

    private static <T> List<T> listOrEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
