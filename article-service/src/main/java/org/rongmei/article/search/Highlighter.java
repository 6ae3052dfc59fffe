// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.article.ArticleText;
import org.rongmei.article.article.ArticleView.Highlight;

/** Marks what was found in the words of an article. The texts come from the database: the index holds none. */
final class Highlighter {

    private static final int PASSAGE_LENGTH = 80;
    private static final int PASSAGES = 2;
    private static final int LONGEST_TEXT = 200_000;

    private final Query question;
    private final UnifiedHighlighter titles = highlighter(WholeBreakIterator::new);
    private final UnifiedHighlighter texts = highlighter(() -> LengthGoalBreakIterator.createClosestToLength(
            BreakIterator.getSentenceInstance(Locale.CHINA), PASSAGE_LENGTH, 0.3f));

    Highlighter(Query question) {
        this.question = question;
    }

    private static UnifiedHighlighter highlighter(Supplier<BreakIterator> breaks) {
        return UnifiedHighlighter.builderWithoutSearcher(Words.TEXT)
                .withBreakIterator(breaks)
                .withFormatter(new Marks())
                .withMaxLength(LONGEST_TEXT)
                .withMaxNoHighlightPassages(1)
                // Of several words all have to be in the article, but not in each field of it.
                .withWeightMatches(false)
                .build();
    }

    Highlight of(ArticleText text) {
        return text.body().isEmpty()
                ? new Highlight(mark(titles, Question.TITLE, text.title()), mark(texts, Question.LEAD, text.lead()))
                : new Highlight(mark(titles, Question.TITLE, text.title()), mark(texts, Question.BODY, text.body()));
    }

    private String mark(UnifiedHighlighter highlighter, String field, String text) {
        try {
            @Nullable
            Object marked = text.isEmpty() ? "" : highlighter.highlightWithoutSearcher(field, question, text, PASSAGES);
            return marked == null ? "" : marked.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory does not fail", e);
        }
    }

    /** One {@code mark} around pairs of characters that overlap or touch: they are one word. */
    private static final class Marks extends PassageFormatter {

        @Override
        public String format(Passage[] passages, String content) {
            StringBuilder html = new StringBuilder();
            for (Passage passage : passages) {
                if (passage.getStartOffset() > 0) {
                    html.append('…');
                }
                format(passage, content, html);
                if (passage.getEndOffset() < content.length()) {
                    html.append('…');
                }
            }
            return html.toString().replace("……", "…");
        }

        private static void format(Passage passage, String content, StringBuilder html) {
            int at = passage.getStartOffset();
            int match = 0;
            while (match < passage.getNumMatches()) {
                int start = Math.max(at, passage.getMatchStarts()[match]);
                int end = passage.getMatchEnds()[match];
                for (match++; match < passage.getNumMatches() && passage.getMatchStarts()[match] <= end; match++) {
                    end = Math.max(end, passage.getMatchEnds()[match]);
                }
                end = Math.min(end, passage.getEndOffset());
                html.append(Entities.escape(content.substring(at, start)))
                        .append("<mark>")
                        .append(Entities.escape(content.substring(start, end)))
                        .append("</mark>");
                at = end;
            }
            html.append(Entities.escape(content.substring(at, passage.getEndOffset())));
        }
    }
}
