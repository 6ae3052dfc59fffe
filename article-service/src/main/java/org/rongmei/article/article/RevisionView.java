// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.revision.Difference;
import org.rongmei.article.revision.Revision;
import org.rongmei.article.section.SectionTree;

/** One version of an article's text, and what became of it since another. */
public record RevisionView(
        int number,
        Instant at,
        String login,
        @Nullable String name,
        String action,
        boolean minor,
        @Nullable String section,
        Manuscript text,
        String body,

        @Schema(description = "With `since`: what differs, field by field") @Nullable
        List<Change> changes) {

    /** One field. {@code html} has {@code del} around what is gone and {@code ins} around what is new. */
    public record Change(String field, String html) {}

    /** In a list: without the text. */
    public record Line(
            int number, Instant at, String login, @Nullable String name, String action, boolean minor, String title) {

        static Line of(Revision revision, Map<String, String> names) {
            return new Line(
                    revision.number(),
                    revision.at(),
                    revision.login(),
                    names.get(revision.login()),
                    revision.action(),
                    revision.text().minor(),
                    Manuscript.fromJson(revision.text().manuscript()).title());
        }
    }

    /** Oldest first. */
    public record Page(
            List<Line> items,
            @JsonbProperty(nillable = true) @Nullable String next) {}

    static RevisionView of(Revision revision, @Nullable String name, @Nullable Revision since, SectionTree tree) {
        Revision.Text text = revision.text();
        return new RevisionView(
                revision.number(),
                revision.at(),
                revision.login(),
                name,
                revision.action(),
                text.minor(),
                path(text, tree),
                Manuscript.fromJson(text.manuscript()),
                text.body(),
                since == null ? null : changes(since.text(), text, tree));
    }

    private static @Nullable String path(Revision.Text text, SectionTree tree) {
        List<SectionTree.Crumb> breadcrumb = tree.breadcrumb(text.section());
        return breadcrumb.isEmpty()
                ? null
                : breadcrumb.get(breadcrumb.size() - 1).path();
    }

    static List<Change> changes(Revision.Text before, Revision.Text after, SectionTree tree) {
        Map<String, List<String>> old = lines(before, tree);
        List<Change> changes = new ArrayList<>();
        lines(after, tree).forEach((field, lines) -> {
            List<String> was = Objects.requireNonNull(old.get(field));
            if (!was.equals(lines)) {
                changes.add(new Change(field, Difference.html(was, lines)));
            }
        });
        return changes;
    }

    private static Map<String, List<String>> lines(Revision.Text text, SectionTree tree) {
        Manuscript manuscript = Manuscript.fromJson(text.manuscript());
        Map<String, List<String>> lines = new LinkedHashMap<>();
        lines.put("section", line(path(text, tree)));
        lines.put("kind", line(manuscript.kind()));
        lines.put("kicker", line(manuscript.kicker()));
        lines.put("title", line(manuscript.title()));
        lines.put("subtitle", line(manuscript.subtitle()));
        lines.put("summary", line(manuscript.summary()));
        lines.put("dateline", line(manuscript.dateline()));
        lines.put("credits", people(manuscript.credits()));
        lines.put("editors", people(manuscript.editors()));
        lines.put("source", source(manuscript.source()));
        lines.put("original", original(manuscript.original()));
        lines.put("rights", rights(manuscript.rights()));
        lines.put("tags", manuscript.tags());
        lines.put("aliases", manuscript.aliases());
        lines.put(
                "images",
                manuscript.images().stream()
                        .map(use -> joined(use.id(), use.alt(), use.caption(), use.credit()))
                        .toList());
        lines.put(
                "attachments",
                manuscript.attachments().stream()
                        .map(attached -> joined(
                                attached.kind(),
                                attached.title(),
                                attached.url(),
                                attached.type(),
                                attached.length(),
                                attached.duration(),
                                attached.poster()))
                        .toList());
        lines.put("flags", flags(manuscript));
        lines.put("body", body(text.body()));
        return lines;
    }

    private static List<String> line(@Nullable Object value) {
        return Optional.ofNullable(value).map(String::valueOf).stream().toList();
    }

    private static List<String> flags(Manuscript manuscript) {
        return Stream.concat(
                        manuscript.flags().newsInformation() ? Stream.of("newsInformation") : Stream.empty(),
                        manuscript.labels().stream())
                .toList();
    }

    private static List<String> source(@Nullable Source source) {
        return source == null ? List.of() : line(joined(source.name(), source.url()));
    }

    private static List<String> original(@Nullable Original original) {
        return original == null ? List.of() : line(joined(original.title(), original.author(), original.url()));
    }

    private static List<String> rights(Rights rights) {
        return line(joined(rights.holder(), rights.statement(), rights.licence(), rights.syndication()));
    }

    private static String joined(@Nullable Object... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static List<String> people(List<Credit> credits) {
        return credits.stream()
                .map(credit -> credit.role() + " " + credit.name())
                .toList();
    }

    /** Block by block, as it is read; a picture by its address. What differs in markup alone is told as such. */
    private static List<String> body(String html) {
        return Jsoup.parseBodyFragment(html).body().children().stream()
                .map(RevisionView::block)
                .collect(Collectors.toList());
    }

    private static String block(Element block) {
        String pictures = block.select("img").stream()
                .map(picture -> "[" + picture.attr("src") + "]")
                .collect(Collectors.joining());
        return block.children().isEmpty() && block.normalName().equals("p")
                ? block.text()
                : "<" + block.normalName() + "> " + pictures + block.html();
    }
}
