// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rongmei.article.article.ArticleState.DRAFT;
import static org.rongmei.article.article.ArticleState.PUBLISHED;
import static org.rongmei.article.article.ArticleState.WITHDRAWN;

import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.rongmei.kit.Problem;

class ArticleTest {

    static final Instant LAST_YEAR = Instant.parse("2025-03-02T09:00:00Z");
    static final Instant SUNDAY = Instant.parse("2026-03-01T09:00:00Z");
    static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");
    static final Instant WEDNESDAY = Instant.parse("2026-03-04T09:00:00Z");

    static final long NEWS = 2;
    static final long CULTURE = 3;

    @Test
    void publishingTwiceKeepsTheFirstDate() {
        Article article = draft();

        assertThat(article.publish(MONDAY, null, null)).isTrue();
        assertThat(article.publish(TUESDAY, null, null)).isFalse();

        assertThat(article.publishedAt()).contains(MONDAY);
        assertThat(article.updatedAt()).contains(MONDAY);
        assertThat(article.listedAt()).isEqualTo(MONDAY);
    }

    @Test
    void draftHasNoDateButThatOfItsCreation() {
        Article article = draft();

        assertThat(article.state()).isEqualTo(DRAFT);
        assertThat(article.publishedAt()).isEmpty();
        assertThat(article.updatedAt()).isEmpty();
        assertThat(article.createdAt()).isEqualTo(SUNDAY);
        assertThat(article.listedAt()).isEqualTo(SUNDAY);
    }

    @Test
    void backdatedArticleIsListedWhereItBelongs() {
        Article article = draft();

        article.publish(MONDAY, LAST_YEAR, "补录");

        assertThat(article.publishedAt()).contains(LAST_YEAR);
        assertThat(article.updatedAt()).contains(LAST_YEAR);
        assertThat(article.listedAt()).isEqualTo(LAST_YEAR);
    }

    @Test
    void restoringKeepsTheFirstDateAndMovesTheLastChange() {
        Article article = published();
        article.withdraw("有误", TUESDAY);

        assertThat(article.publish(WEDNESDAY, null, "恢复")).isTrue();

        assertThat(article.state()).isEqualTo(PUBLISHED);
        assertThat(article.publishedAt()).contains(MONDAY);
        assertThat(article.updatedAt()).contains(WEDNESDAY);
        assertThat(article.listedAt()).isEqualTo(MONDAY);
    }

    @Test
    void dateThatIsKnownIsNotWrittenAnew() {
        Article article = published();

        assertThatThrownBy(() -> article.publish(TUESDAY, LAST_YEAR, "补录")).hasMessageContaining("date of publication");
        article.withdraw("有误", TUESDAY);
        assertThatThrownBy(() -> article.publish(WEDNESDAY, LAST_YEAR, "恢复"))
                .hasMessageContaining("date of publication");

        assertThat(article.publish(WEDNESDAY, MONDAY, "恢复")).isTrue();
        assertThat(article.publishedAt()).contains(MONDAY);
    }

    @Test
    void withdrawingTwiceIsWithdrawingOnce() {
        Article article = published();

        assertThat(article.withdraw("有误", TUESDAY)).isTrue();
        assertThat(article.withdraw("还是有误", WEDNESDAY)).isFalse();

        assertThat(article.state()).isEqualTo(WITHDRAWN);
        assertThat(article.isWithdrawn()).isTrue();
        assertThat(article.isPublished()).isFalse();
    }

    @Test
    void draftCannotBeWithdrawn() {
        Article article = draft();

        assertIsIllegal(() -> article.withdraw("有误", TUESDAY));

        assertThat(article.state()).isEqualTo(DRAFT);
    }

    @Test
    void withdrawnArticleCannotBeRevised() {
        Article article = published();
        article.withdraw("有误", TUESDAY);

        assertIsIllegal(() -> revise(article, "新题", false, WEDNESDAY));

        assertThat(article.manuscript().title()).isEqualTo("旧题");
    }

    @Test
    void revisionOfPublishedArticleIsNoticed() {
        Article article = published();

        assertThat(revise(article, "新题", false, TUESDAY)).isTrue();

        assertThat(article.manuscript().title()).isEqualTo("新题");
        assertThat(article.updatedAt()).contains(TUESDAY);
        assertThat(article.publishedAt()).contains(MONDAY);
        assertThat(article.listedAt()).isEqualTo(MONDAY);
    }

    @Test
    void minorChangeLeavesTheDateOfTheLastOne() {
        Article article = published();

        assertThat(revise(article, "新题", true, TUESDAY)).isTrue();

        assertThat(article.manuscript().title()).isEqualTo("新题");
        assertThat(article.updatedAt()).contains(MONDAY);
    }

    @Test
    void revisionOfDraftIsNobodysBusiness() {
        Article article = draft();

        assertThat(revise(article, "新题", false, TUESDAY)).isFalse();

        assertThat(article.manuscript().title()).isEqualTo("新题");
        assertThat(article.updatedAt()).isEmpty();
    }

    @Test
    void identityOutlivesTitleTextAndSection() {
        Article article = published();

        article.revise(CULTURE, manuscript("新题"), Body.clean("<p>新</p>"), false, TUESDAY);

        assertThat(article.id()).isEqualTo(7);
        assertThat(article.uri()).isEqualTo("tag:example.com,2026-03-01:7");
        assertThat(article.sectionId()).isEqualTo(CULTURE);
        assertThat(article.body()).isEqualTo("<p>新</p>");
    }

    @Test
    void pagesAreCountedWhenTextIsWritten() {
        Article article = draft();

        article.write(NEWS, manuscript("题"), Body.clean("<p>一</p><hr class=\"page-break\"><p>二</p>"));

        assertThat(article.pages()).isEqualTo(2);
    }

    @Test
    void readersSeeOnlyWhatIsPublished() {
        Article article = draft();
        assertThat(article.isVisibleTo(false)).isFalse();
        assertThat(article.isVisibleTo(true)).isTrue();

        article.publish(MONDAY, null, null);
        assertThat(article.isVisibleTo(false)).isTrue();

        article.withdraw("有误", TUESDAY);
        assertThat(article.isVisibleTo(false)).isFalse();
        assertThat(article.isVisibleTo(true)).isTrue();
    }

    private static Article draft() {
        Article article = new Article(7, "tag:example.com,2026-03-01:7", "zhang", SUNDAY);
        article.write(NEWS, manuscript("旧题"), Body.clean("<p>旧</p>"));
        return article;
    }

    private static Article published() {
        Article article = draft();
        article.publish(MONDAY, null, null);
        return article;
    }

    private static boolean revise(Article article, String title, boolean minor, Instant now) {
        return article.revise(NEWS, manuscript(title), Body.clean("<p>新</p>"), minor, now);
    }

    private static Manuscript manuscript(String title) {
        return Drafts.manuscript("{\"title\": \"%s\", \"tags\": [\"秋收\"]}".formatted(title));
    }

    private static void assertIsIllegal(ThrowingCallable move) {
        assertThatThrownBy(move)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
    }
}
