// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.article.ArticleView;
import org.rongmei.article.article.ArticleView.Highlight;
import org.rongmei.article.article.ArticleView.Remarks;
import org.rongmei.article.article.PublishedTexts;
import org.rongmei.article.article.ReadingRoom;
import org.rongmei.article.search.SearchIndex.Hits;
import org.rongmei.article.search.SearchIndex.Position;
import org.rongmei.article.search.SearchIndex.Scope;
import org.rongmei.article.section.Section;
import org.rongmei.article.section.SectionTree;
import org.rongmei.article.section.Sections;
import org.rongmei.kit.Cursor;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** Asks the index, and shows of what it names only what readers may see now. */
@ApplicationScoped
class Search {

    private static final Duration SOON = Duration.ofSeconds(5);

    /** What is looked for, and where; {@code section} is a path. */
    record Wanted(
            String text,
            @Nullable String section,
            @Nullable Instant since,
            @Nullable Instant until) {}

    /** One page of what was found, and the key of the next. */
    record Found(List<ArticleView> items, Optional<Cursor> next) {}

    @Inject
    IndexKeeper keeper;

    @Inject
    ReadingRoom readingRoom;

    @Inject
    PublishedTexts texts;

    @Inject
    Sections sections;

    @Inject
    InstantSource clock;

    /** @throws Problem 503 until the index is built */
    Found find(Wanted wanted, @Nullable Position after, int limit) {
        Scope scope = new Scope(sectionsOf(wanted.section()), wanted.since(), wanted.until());
        SearchIndex index = keeper.index().orElseThrow(Search::notYet);
        Optional<Question> question = Question.of(wanted.text());
        if (question.isEmpty()) {
            return new Found(List.of(), Optional.empty());
        }
        Hits hits = hits(index, question.get(), scope, after, limit);
        Optional<Cursor> next = Optional.ofNullable(hits.last())
                .map(last -> Cursor.at(last.snapshot(), Float.floatToIntBits(last.score()), last.id()));
        Map<Long, Highlight> highlights = highlights(question.get(), hits.ids());
        return new Found(readingRoom.listed(hits.ids(), Remarks.highlights(highlights)), next);
    }

    private Hits hits(SearchIndex index, Question question, Scope scope, @Nullable Position after, int limit) {
        try {
            Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
            return index.find(question, scope, today, after, limit);
        } catch (AlreadyClosedException e) {
            throw notYet(); // it is being opened again
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be read", e);
        }
    }

    private Map<Long, Highlight> highlights(Question question, List<Long> ids) {
        Highlighter highlighter = new Highlighter(question.everywhere());
        Map<Long, Highlight> highlights = new HashMap<>();
        texts.of(ids).forEach((id, text) -> highlights.put(id, highlighter.of(text)));
        return highlights;
    }

    /** Null when all sections are wanted and none is hidden. */
    private @Nullable List<Long> sectionsOf(@Nullable String path) {
        SectionTree tree = sections.tree();
        if (path != null) {
            return tree.withDescendants(tree.require(path)).stream()
                    .filter(tree::isListed)
                    .map(Section::id)
                    .toList();
        }
        Set<Long> unlisted = tree.unlisted();
        return unlisted.isEmpty() ? null : tree.listed();
    }

    private static Problem notYet() {
        return new Problem(
                        503,
                        "index-not-built",
                        Sentence.of("搜索索引正在建立，请稍后再试。", "The search index is being built; please try again soon."))
                .retryAfter(SOON);
    }
}
