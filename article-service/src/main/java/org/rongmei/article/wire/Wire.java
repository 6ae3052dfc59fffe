// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.Caller;
import org.rongmei.article.SortedId;
import org.rongmei.article.article.ArticleView;
import org.rongmei.article.article.ReadingRoom;
import org.rongmei.article.change.Change;
import org.rongmei.article.change.ChangeLog;
import org.rongmei.article.section.SectionTree;
import org.rongmei.article.section.SectionView;
import org.rongmei.article.section.Sections;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** Joins the log, which holds no text, with what there is now. */
@ApplicationScoped
class Wire {

    @Inject
    ChangeLog changeLog;

    @Inject
    ReadingRoom readingRoom;

    @Inject
    Sections sections;

    /** @throws Problem 410 for a position that this log has not reached: the follower stands in another log */
    ChangesPage after(long sequence, int limit, Caller caller) {
        ChangeLog.Head head = changeLog.head();
        requirePosition(sequence);
        List<Change> lines = changeLog.after(sequence, limit);
        Map<Long, ArticleView> articles = readingRoom.published(
                lines.stream()
                        .flatMap(line -> line.articleId().stream())
                        .distinct()
                        .toList(),
                caller);
        SectionTree tree = sections.tree();
        List<ChangeItem> items =
                lines.stream().map(line -> item(line, articles, tree)).toList();
        long reached = lines.isEmpty() ? sequence : lines.get(lines.size() - 1).sequence();
        @Nullable String next = lines.size() == limit ? "/content/changes?after=" + reached + "&limit=" + limit : null;
        return new ChangesPage(head.log(), items, Math.max(head.last(), reached), next);
    }

    private static ChangeItem item(Change line, Map<Long, ArticleView> articles, SectionTree tree) {
        return new ChangeItem(
                line.sequence(),
                line.kind().toString(),
                line.articleId().map(SortedId::format).orElse(null),
                line.sectionId().map(SortedId::format).orElse(null),
                line.at(),
                line.articleId().map(articles::get).orElse(null),
                line.sectionId()
                        .flatMap(tree::find)
                        .map(section -> SectionView.of(section, tree))
                        .orElse(null));
    }

    private void requirePosition(long sequence) {
        if (!changeLog.has(sequence)) {
            throw new Problem(
                    410,
                    "no-such-position",
                    Sentence.of(
                            "变更日志没有这个位置，请从头读起。", "The change log has no such position; please begin from the start."));
        }
    }
}
