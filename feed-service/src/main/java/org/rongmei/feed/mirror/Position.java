// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.mirror;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongmei.feed.entry.Entry;
import org.rongmei.kit.Cursor;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/**
 * How far a partner has read: the number of a change, and the article where several have changed together. It belongs to
 * the terms under which it was given; under others the log is read from its start.
 */
record Position(long terms, long news, String articleId) {

    private static final String AFTER_ALL_ARTICLES = "z".repeat(13);

    static Position start(Entitlement entitlement) {
        return new Position(entitlement.contract().terms(), -1, "");
    }

    static Position of(Entitlement entitlement, Entry entry) {
        return new Position(entitlement.contract().terms(), entry.newsNumber(), entry.articleId());
    }

    /** Behind every change up to that number. */
    static Position behind(Entitlement entitlement, long news) {
        return new Position(entitlement.contract().terms(), news, AFTER_ALL_ARTICLES);
    }

    /**
     * @param head number of the last change there is
     * @throws Problem 400 for what is no position, 410 for one that our log does not reach
     */
    static Position read(@Nullable String after, Entitlement entitlement, long head) {
        return Optional.ofNullable(after)
                .map(Position::parse)
                .filter(position -> position.terms == entitlement.contract().terms())
                .map(position -> position.within(head))
                .orElseGet(() -> start(entitlement));
    }

    private static Position parse(String text) {
        Cursor cursor = Cursor.parse(text, 3);
        return new Position(cursor.number(0), cursor.number(1), cursor.key().get(2));
    }

    private Position within(long head) {
        if (news > head) {
            throw new Problem(
                    410,
                    "position-unknown",
                    Sentence.of(
                            "日志还没有到这个位置（可能从备份恢复过）：请不带 after 从头读起。",
                            "Our log does not reach this position, perhaps because it was restored: read it from its start,"
                                    + " without after."));
        }
        return this;
    }

    @Override
    public String toString() {
        return Cursor.at(terms, news, articleId).toString();
    }
}
