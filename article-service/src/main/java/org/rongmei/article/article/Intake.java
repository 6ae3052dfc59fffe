// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.SortedId;
import org.rongmei.article.audit.AuditEntries;
import org.rongmei.article.change.ChangeKind;
import org.rongmei.article.change.ChangeLog;
import org.rongmei.kit.Checked;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;
import org.rongmei.kit.Text;

/**
 * Takes over what was published elsewhere as it was: with its identifier and its dates, without a review. Within the
 * caller's transaction, and not declared so: a refused article is an answer here, and must not roll the others back.
 */
@ApplicationScoped
public class Intake {

    private static final int LONGEST_URI = 2_000;
    private static final int LONGEST_CORRECTION = 2_000;
    private static final Jsonb JSON = JsonbBuilder.create();

    /** Where and when it was published. The id is kept when it is free. */
    public record Origin(
            String uri,
            @Nullable Long id,
            @Nullable Instant createdAt,
            @Nullable Instant publishedAt,
            @Nullable Instant updatedAt,
            List<Correction> corrections) {}

    /** What became of it, and what readers will miss. */
    public record Taken(long id, List<Sentence> losses) {}

    @Inject
    Articles articles;

    @Inject
    CopyDesk copyDesk;

    @Inject
    ChangeLog changeLog;

    @Inject
    AuditEntries audit;

    @Inject
    Checked checked;

    @Inject
    InstantSource clock;

    /**
     * What is here already of a chunk, and what the chunk has added since. Looked up once: with every question the
     * database would first be told all that waits to be written, which takes longer the longer the chunk.
     */
    public static final class Present {

        private final Map<String, Long> uris;
        private final Set<Long> ids;
        private final Map<String, Long> aliases;

        private Present(Map<String, Long> uris, Set<Long> ids, Map<String, Long> aliases) {
            this.uris = uris;
            this.ids = ids;
            this.aliases = aliases;
        }

        /** The article of this identifier. */
        public Optional<Long> find(String uri) {
            return Optional.ofNullable(uris.get(uri));
        }

        private void add(Article article) {
            uris.put(article.uri(), article.id());
            ids.add(article.id());
            article.manuscript().aliases().forEach(path -> aliases.put(path, article.id()));
        }
    }

    /** For the articles of one chunk, which are then taken one by one. */
    public Present present(Collection<Origin> origins, Collection<ArticleDraft> drafts) {
        return new Present(
                articles.findUris(origins.stream()
                        .map(Origin::uri)
                        .filter(Intake::isIdentifier)
                        .collect(toSet())),
                articles.findIds(origins.stream()
                        .map(Origin::id)
                        .filter(Objects::nonNull)
                        .collect(toSet())),
                articles.findAliases(drafts.stream()
                        .flatMap(Intake::aliases)
                        .filter(Text.Rule::isXml)
                        .collect(toSet())));
    }

    private static Stream<String> aliases(ArticleDraft draft) {
        return draft.aliases() == null
                ? Stream.empty()
                : draft.aliases().stream()
                        .limit(ArticleDraft.MOST_ALIASES)
                        .filter(Objects::nonNull)
                        .map(Aliases::normal);
    }

    /**
     * @param present of its chunk
     * @throws Problem 422 with what is wrong with it; nothing of it is kept then
     */
    public Taken take(ArticleDraft sent, Origin origin, Present present, String login) {
        Instant now = clock.instant();
        List<Sentence> losses = new ArrayList<>();
        Instant published = published(origin, now, losses);
        requireUri(origin.uri());
        long id = freeId(origin, present, now, losses);
        ArticleDraft draft = withFreeAliases(checked.valid(sent), present, losses);
        Body body = copyDesk.body(draft);
        Manuscript manuscript = copyDesk.manuscript(draft, body);
        List<String> lost = Body.losses(draft.body() == null ? "" : draft.body(), body);
        if (!lost.isEmpty()) {
            losses.add(Sentence.of("正文中有不能保留的内容：%s", "The body had what cannot be kept: %s", String.join(", ", lost)));
        }
        Article article = new Article(
                id,
                origin.uri(),
                login,
                within("createdAt", Optional.ofNullable(origin.createdAt()).orElse(published), now));
        article.write(copyDesk.sectionId(draft), manuscript, body);
        article.takeOver(
                published,
                within("updatedAt", Optional.ofNullable(origin.updatedAt()).orElse(published), now),
                corrections(origin),
                "import");
        articles.add(article);
        present.add(article);
        return new Taken(id, losses);
    }

    /** After all of them: the log's lock is the last thing that a transaction takes. */
    public void tell(Collection<Long> ids, String login, long jobId) {
        audit.addAll(ids, login, "imported", Map.of("import", SortedId.format(jobId)));
        articles.flush();
        changeLog.articlesChanged(ChangeKind.PUBLISHED, ids);
    }

    /** What PostgreSQL and XML can carry: no NUL, no half of a character. */
    private static boolean isIdentifier(String uri) {
        return !uri.isBlank() && uri.length() <= LONGEST_URI && Text.Rule.isXml(uri);
    }

    private static void requireUri(String uri) {
        if (!isIdentifier(uri)) {
            throw Problem.unprocessable(
                    "uri", Sentence.of("标识（uri、guid）为空或太长。", "The identifier (uri, guid) is empty or too long."));
        }
    }

    private static Instant published(Origin origin, Instant now, List<Sentence> losses) {
        if (origin.publishedAt() == null) {
            losses.add(Sentence.of("没有发布时间，按导入时间发布。", "It had no date: it is published as of now."));
            return now;
        }
        return within("publishedAt", origin.publishedAt(), now);
    }

    private static Instant within(String field, Instant at, Instant now) {
        if (at.isAfter(now) || at.isBefore(CopyDesk.OLDEST)) {
            throw Problem.unprocessable(field, Sentence.of("时间在将来或太早。", "The date is in the future or too long ago."));
        }
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    private static String corrections(Origin origin) {
        for (Correction correction : origin.corrections()) {
            if (correction.at() == null
                    || correction.text() == null
                    || correction.text().isBlank()
                    || correction.text().length() > LONGEST_CORRECTION
                    || !Text.Rule.isXml(correction.text())) {
                throw Problem.unprocessable(
                        "corrections",
                        Sentence.of("更正要有时间和不太长的文字。", "A correction needs a date and a text that is not too long."));
            }
        }
        return JSON.toJson(origin.corrections().toArray(Correction[]::new));
    }

    private long freeId(Origin origin, Present present, Instant now, List<Sentence> losses) {
        if (origin.id() == null) {
            return SortedId.next(now);
        }
        if (present.ids.contains(origin.id())) {
            losses.add(Sentence.of(
                    "编号 %s 已有别的稿件使用，换了新的。",
                    "The id %s belongs to another article: it got a new one.", SortedId.format(origin.id())));
            return SortedId.next(now);
        }
        return origin.id();
    }

    private static ArticleDraft withFreeAliases(ArticleDraft draft, Present present, List<Sentence> losses) {
        List<String> free = new ArrayList<>();
        aliases(draft).distinct().forEach(path -> {
            if (present.aliases.containsKey(path)) {
                losses.add(Sentence.of("旧地址 %s 已属于另一篇稿件。", "The old path %s belongs to another article.", path));
            } else {
                free.add(path);
            }
        });
        return draft.withAliases(free);
    }
}
