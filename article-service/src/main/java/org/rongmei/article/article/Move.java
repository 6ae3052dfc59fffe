// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** What can be done with an article, and from which states: no other way leads through the desk. */
enum Move {
    EDIT("修改", "edit", "draft", "in-review", "approved", "scheduled", "published"),
    SUBMIT("送审", "submit", "draft"),
    TAKE_BACK("撤回送审", "take back", "in-review", "approved", "scheduled"),
    REVIEW("审稿", "review", "in-review"),
    PUBLISH("发布", "publish", "approved", "scheduled", "published", "withdrawn"),
    SCHEDULE("定时发布", "schedule", "approved", "scheduled"),
    PUBLISH_AT_ONCE("紧急发布", "publish in an emergency", "draft", "in-review", "approved", "scheduled"),
    CANCEL("取消定时", "cancel the schedule", "scheduled"),
    WITHDRAW("撤稿", "withdraw", "published"),
    CORRECT("更正", "correct", "published");

    private final String chinese;
    private final String english;
    private final Set<String> from;

    Move(String chinese, String english, String... from) {
        this.chinese = chinese;
        this.english = english;
        this.from = Set.of(from);
    }

    private boolean isPossible(ArticleState state) {
        return from.contains(state.toString());
    }

    /** @throws Problem 409 with the moves that are possible */
    void require(ArticleState state) {
        if (!isPossible(state)) {
            throw refusal(state);
        }
    }

    Problem refusal(ArticleState state) {
        Collection<Move> possible =
                Arrays.stream(values()).filter(move -> move.isPossible(state)).toList();
        Sentence instead = new Sentence(
                "可以：" + possible.stream().map(move -> move.chinese).collect(Collectors.joining("、")) + "。",
                "Possible: " + possible.stream().map(move -> move.english).collect(Collectors.joining(", ")) + ".");
        return new Problem(
                        409,
                        "illegal-move",
                        new Sentence(
                                "稿件处于 " + state + " 状态，不能" + chinese + "。" + instead.chinese(),
                                "An article that is " + state + " cannot be taken this way: " + english + ". "
                                        + instead.english()))
                .about("state", instead);
    }
}
