// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProblemTest {

    static final Sentence MISSING = Sentence.of("没有这篇稿件。", "There is no such article.");

    @Test
    void viewHasNameForMachinesAndSentenceForPeople() {
        Problem problem = new Problem(404, "article-not-found", MISSING);

        Problem.View english = problem.view(Locale.ENGLISH, "/content/articles/x");

        assertThat(english)
                .isEqualTo(new Problem.View(
                        "urn:rongmei:problem:article-not-found",
                        "Not found",
                        404,
                        "There is no such article.",
                        "/content/articles/x",
                        null));
    }

    @Test
    void nameIsTheSameInEveryLanguage() {
        Problem problem = new Problem(404, "article-not-found", MISSING);

        Problem.View chinese = problem.view(Locale.SIMPLIFIED_CHINESE, "/");

        assertThat(chinese.type()).isEqualTo(problem.view(Locale.ENGLISH, "/").type());
        assertThat(chinese.title()).isEqualTo("没有找到");
        assertThat(chinese.detail()).isEqualTo("没有这篇稿件。");
    }

    @Test
    void everyFieldThatWasComplainedAboutIsListedInOrder() {
        Problem problem = Problem.unprocessable("title", Sentence.of("不能为空。", "Must not be empty."))
                .about("tags[0]", Sentence.of("太长。", "Too long."));

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.view(Locale.ENGLISH, "/").errors())
                .containsExactly(
                        new Problem.FieldError("title", "Must not be empty."),
                        new Problem.FieldError("tags[0]", "Too long."));
        assertThat(problem.view(Locale.SIMPLIFIED_CHINESE, "/").errors())
                .extracting(Problem.FieldError::message)
                .containsExactly("不能为空。", "太长。");
    }

    @Test
    void pauseIsThereOnlyIfSomebodySetIt() {
        Problem away = new Problem(503, "database-away", MISSING);

        assertThat(away.retryAfter()).isEmpty();
        assertThat(away.retryAfter(Duration.ofSeconds(5)).retryAfter()).contains(Duration.ofSeconds(5));
    }

    @Test
    void statusThatNobodyThoughtOfHasTitleToo() {
        Problem teapot = new Problem(418, "teapot", MISSING);

        assertThat(teapot.view(Locale.ENGLISH, "/").title()).isEqualTo("Something went wrong");
    }
}
