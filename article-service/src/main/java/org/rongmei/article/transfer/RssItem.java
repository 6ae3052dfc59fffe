// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.article.ArticleDraft;
import org.rongmei.article.article.Credit;
import org.rongmei.article.article.Intake;
import org.rongmei.article.transfer.ImportItem.Story;
import org.rongmei.article.transfer.ImportItem.Unreadable;
import org.rongmei.article.transfer.XmlReader.Field;
import org.rongmei.kit.Sentence;

/** An item of RSS 2.0, and of WordPress's export, which says more about it. */
final class RssItem {

    private static final String WORDPRESS = "wordpress.org/export";
    private static final Pattern SHORTCODE =
            Pattern.compile("\\[/?(caption|gallery|embed|audio|video|playlist|wp_caption)\\b[^\\]]*]");
    private static final int LONGEST_SUMMARY = 500;

    private final @Nullable String section;
    private final Map<String, String> authors = new HashMap<>();

    RssItem(@Nullable String section) {
        this.section = section;
    }

    /** Null for what only tells about other items. */
    @Nullable
    ImportItem read(List<Field> children) {
        Fields fields = new Fields(children);
        Optional<Field> author =
                children.size() == 1 ? fields.named(WORDPRESS, "author").findFirst() : Optional.empty();
        if (author.isPresent()) {
            Fields about = new Fields(author.get().children());
            about.text(WORDPRESS, "author_login")
                    .ifPresent(login -> authors.put(
                            login, about.text(WORDPRESS, "author_display_name").orElse(login)));
            return null;
        }
        String uri = fields.text("", "guid")
                .or(() -> fields.text("", "link"))
                .orElse("")
                .strip();
        String title = FeedText.plain(fields.text("", "title").orElse(""));
        Optional<Sentence> hidden = notPublished(fields);
        if (hidden.isPresent()) {
            return new Unreadable(uri, title, hidden.get());
        }
        Optional<String> written = fields.text(WORDPRESS, "post_date_gmt")
                .filter(date -> !date.startsWith("0000"))
                .or(() -> fields.text("", "pubDate"))
                .or(() -> fields.text("purl.org/dc", "date"));
        Optional<Instant> published = written.flatMap(FeedText::date);
        if (written.isPresent() && published.isEmpty()) {
            return new Unreadable(uri, title, Sentence.of("看不懂发布时间 %s。", "The date %s cannot be read.", written.get()));
        }
        List<Sentence> losses = new ArrayList<>(fields.attachmentsLeft());
        return new Story(
                draft(fields, title, losses),
                new Intake.Origin(
                        uri,
                        null,
                        null,
                        published.orElse(null),
                        fields.text(WORDPRESS, "post_modified_gmt")
                                .flatMap(FeedText::date)
                                .filter(date -> published.filter(date::isAfter).isPresent())
                                .orElse(null),
                        List.of()),
                losses);
    }

    /** A draft or a page behind a password must not become public by a move. */
    private static Optional<Sentence> notPublished(Fields fields) {
        String type = fields.text(WORDPRESS, "post_type").orElse("post");
        if (!type.equals("post")) {
            return Optional.of(Sentence.of("这一项是 %s，不是文章。", "This is a %s, not an article.", type));
        }
        String status = fields.text(WORDPRESS, "status").orElse("publish");
        if (!status.equals("publish")) {
            return Optional.of(Sentence.of("状态是 %s，没有公开发布。", "It is %s, not published.", status));
        }
        return fields.text(WORDPRESS, "post_password")
                .map(password -> Sentence.of("有密码保护，不能公开。", "It is behind a password, and cannot be made public."));
    }

    private ArticleDraft draft(Fields fields, String title, List<Sentence> losses) {
        Optional<String> content = fields.text("content", "encoded");
        String text = content.or(() -> fields.text("", "description")).orElse("");
        String body = SHORTCODE.matcher(text).replaceAll("");
        if (!body.equals(text)) {
            losses.add(Sentence.of("去掉了 WordPress 短代码。", "WordPress shortcodes were taken out."));
        }
        String summary = fields.text("excerpt", "encoded")
                .or(() -> content.flatMap(any -> fields.text("", "description")))
                .map(FeedText::plain)
                .orElse("");
        if (summary.codePointCount(0, summary.length()) > LONGEST_SUMMARY) {
            summary = summary.substring(0, summary.offsetByCodePoints(0, LONGEST_SUMMARY - 1)) + "…";
            losses.add(Sentence.of("摘要太长，截短了。", "The summary was too long and is cut."));
        }
        return new ArticleDraft(
                section == null ? "" : section,
                null,
                null,
                title,
                null,
                FeedText.orNull(summary),
                null,
                credits(fields),
                null,
                null,
                null,
                null,
                tags(fields),
                fields.text("", "link").flatMap(FeedText::path).map(List::of).orElse(List.of()),
                FeedText.paragraphs(body),
                null,
                null,
                null,
                null);
    }

    private List<Credit> credits(Fields fields) {
        return fields.text("purl.org/dc", "creator")
                .map(login -> authors.getOrDefault(login, login))
                .map(name -> List.of(new Credit("", name)))
                .orElse(List.of());
    }

    private static List<String> tags(Fields fields) {
        Set<String> tags = new LinkedHashSet<>();
        fields.named("", "category")
                .map(Field::text)
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .forEach(tags::add);
        return List.copyOf(tags);
    }
}
