// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongmei.kit.Problem;

class ArticleQueryTest {

    static final Instant PRECISE = Instant.parse("2026-03-02T09:00:00.123456Z");

    ArticleQuery query = new ArticleQuery();

    @Test
    void cursorLeadsBackToTheLastArticleToTheMicrosecond() {
        Article last = new Article(42, "tag:example.com,2026-03-02:42", "zhang", PRECISE);

        query.cursor = ArticleQuery.cursor(last).toString();

        assertThat(query.position()).isEqualTo(new ArticleListing.Position(PRECISE, 42));
    }

    @Test
    void withoutWordsListIsOfWhatIsPublished() {
        assertThat(query.state()).isEqualTo(ArticleState.PUBLISHED);
        assertThat(query.limit()).isEqualTo(20);
        assertThat(query.position()).isNull();
        assertThat(query.since()).isNull();
        assertThat(query.isFull()).isFalse();
    }

    @Test
    void stateIsAskedForByItsNameOnTheWire() {
        query.state = "in-review";

        assertThat(query.state()).isEqualTo(ArticleState.IN_REVIEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02T17:00:00+08:00", "2026-03-02T09:00:00Z"})
    void timeMayBeGivenInAnyZone(String since) {
        query.since = since;

        assertThat(query.since()).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
    }

    @Test
    void whatCannotBeUnderstoodIsRefused() {
        query.state = "IN_REVIEW";
        query.since = "yesterday";
        query.until = "2026-03-02";
        query.fields = "title";
        query.cursor = "2";

        assertIsRefused(query::state);
        assertIsRefused(query::since);
        assertIsRefused(query::until);
        assertIsRefused(query::isFull);
        assertIsRefused(query::position);
    }

    private static void assertIsRefused(ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(400));
    }
}
