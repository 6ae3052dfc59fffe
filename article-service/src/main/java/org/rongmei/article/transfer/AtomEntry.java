// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.article.ArticleDraft;
import org.rongmei.article.article.Credit;
import org.rongmei.article.article.Intake;
import org.rongmei.article.transfer.ImportItem.Story;
import org.rongmei.article.transfer.ImportItem.Unreadable;
import org.rongmei.article.transfer.XmlReader.Field;
import org.rongmei.kit.Sentence;

/** An entry of Atom (RFC 4287). */
final class AtomEntry {

    private static final String ATOM = "www.w3.org/2005/Atom";

    private final @Nullable String section;

    AtomEntry(@Nullable String section) {
        this.section = section;
    }

    ImportItem read(List<Field> children) {
        Fields fields = new Fields(children);
        String uri = fields.text(ATOM, "id").orElse("").strip();
        String title =
                fields.named(ATOM, "title").findFirst().map(AtomEntry::plain).orElse("");
        Optional<String> updated = fields.text(ATOM, "updated");
        Optional<String> written = fields.text(ATOM, "published").or(() -> updated);
        Optional<Instant> published = written.flatMap(FeedText::date);
        if (published.isEmpty()) {
            return new Unreadable(
                    uri, title, Sentence.of("看不懂发布时间 %s。", "The date %s cannot be read.", written.orElse("")));
        }
        return new Story(
                draft(fields, title),
                new Intake.Origin(
                        uri,
                        null,
                        null,
                        published.get(),
                        updated.flatMap(FeedText::date).orElse(null),
                        List.of()),
                fields.attachmentsLeft());
    }

    private ArticleDraft draft(Fields fields, String title) {
        return new ArticleDraft(
                section == null ? "" : section,
                null,
                null,
                title,
                null,
                fields.named(ATOM, "summary")
                        .findFirst()
                        .map(AtomEntry::plain)
                        .map(FeedText::orNull)
                        .orElse(null),
                null,
                fields.named(ATOM, "author")
                        .flatMap(author -> new Fields(author.children()).text(ATOM, "name").stream())
                        .map(name -> new Credit("", name))
                        .toList(),
                null,
                null,
                null,
                null,
                fields.named(ATOM, "category")
                        .flatMap(category -> category.attribute("term").stream())
                        .map(String::strip)
                        .distinct()
                        .toList(),
                fields.named(ATOM, "link")
                        .filter(link ->
                                link.attribute("rel").orElse("alternate").equals("alternate"))
                        .flatMap(link -> link.attribute("href").stream())
                        .flatMap(href -> FeedText.path(href).stream())
                        .limit(1)
                        .toList(),
                fields.named(ATOM, "content").findFirst().map(AtomEntry::html).orElse(""),
                null,
                null,
                null,
                null);
    }

    /** RFC 4287, section 3.1.1: text is plain unless its type says otherwise. */
    private static String html(Field text) {
        String type = text.attribute("type").orElse("text");
        return type.equals("text") ? FeedText.paragraphs(Entities.escape(text.text())) : text.text();
    }

    private static String plain(Field text) {
        return text.attribute("type").orElse("text").equals("text")
                ? text.text().strip()
                : FeedText.plain(text.text());
    }
}
