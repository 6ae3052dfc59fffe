// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import static org.rongmei.article.article.ArticleState.APPROVED;
import static org.rongmei.article.article.ArticleState.DRAFT;
import static org.rongmei.article.article.ArticleState.IN_REVIEW;
import static org.rongmei.article.article.ArticleState.PUBLISHED;
import static org.rongmei.article.article.ArticleState.SCHEDULED;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/**
 * What can be done with an article, and when: no other way leads through the desk. Some of it is about the version that
 * is worked on, some about what readers have.
 */
enum Move {
    EDIT("修改", "edit", worked(DRAFT, IN_REVIEW, APPROVED, SCHEDULED, PUBLISHED)),
    SUBMIT("送审", "submit", worked(DRAFT)),
    TAKE_BACK("撤回送审", "take back", worked(IN_REVIEW, APPROVED, SCHEDULED)),
    REVIEW("审稿", "review", worked(IN_REVIEW).or(article -> article.progress().isLate())),
    PUBLISH("发布", "publish", worked(APPROVED, SCHEDULED).or(article -> article.isWithdrawn() && !article.isErased())),
    SCHEDULE("定时发布", "schedule", worked(APPROVED, SCHEDULED)),
    PUBLISH_AT_ONCE("紧急发布", "publish in an emergency", worked(DRAFT, IN_REVIEW, APPROVED, SCHEDULED)),
    // Not of a new version while readers have the old one: the same request withdraws that.
    CANCEL("取消定时", "cancel the schedule", worked(SCHEDULED).and(article -> !article.isPublished())),
    WITHDRAW("撤稿", "withdraw", Article::isPublished),
    CORRECT("更正", "correct", Article::isPublished);

    private final String chinese;
    private final String english;
    private final Predicate<Article> possible;

    Move(String chinese, String english, Predicate<Article> possible) {
        this.chinese = chinese;
        this.english = english;
        this.possible = possible;
    }

    private static Predicate<Article> worked(ArticleState... states) {
        Set<ArticleState> from = Set.of(states);
        return article -> from.contains(article.progress().state());
    }

    boolean isPossible(Article article) {
        return possible.test(article);
    }

    /** @throws Problem 409 with the moves that are possible */
    void require(Article article) {
        if (!isPossible(article)) {
            throw refusal(article);
        }
    }

    private Problem refusal(Article article) {
        Collection<Move> others =
                Arrays.stream(values()).filter(move -> move.isPossible(article)).toList();
        Sentence instead = new Sentence(
                "可以：" + others.stream().map(move -> move.chinese).collect(Collectors.joining("、")) + "。",
                "Possible: " + others.stream().map(move -> move.english).collect(Collectors.joining(", ")) + ".");
        ArticleState worked = article.progress().state();
        boolean isNew = worked != article.state();
        return new Problem(
                        409,
                        "illegal-move",
                        new Sentence(
                                "稿件处于 " + article.state() + " 状态" + (isNew ? "（新版 " + worked + "）" : "") + "，不能"
                                        + chinese + "。" + instead.chinese(),
                                "An article that is " + article.state()
                                        + (isNew ? ", with a new version that is " + worked + "," : "")
                                        + " cannot be taken this way: " + english + ". " + instead.english()))
                .about("state", instead);
    }
}
