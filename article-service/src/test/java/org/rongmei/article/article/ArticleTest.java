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
import org.rongmei.article.review.Verdict;
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
        Article article = approved();

        assertThat(article.publish(MONDAY, null, null, null)).isTrue();
        assertThat(article.publish(TUESDAY, null, null, null)).isFalse();

        assertThat(article.publishedAt()).contains(MONDAY);
        assertThat(article.updatedAt()).contains(MONDAY);
        assertThat(article.listedAt()).isEqualTo(MONDAY);
    }

    @Test
    void draftHasNoDateButThatOfItsCreation() {
        Article article = fresh();

        assertThat(article.state()).isEqualTo(DRAFT);
        assertThat(article.publishedAt()).isEmpty();
        assertThat(article.updatedAt()).isEmpty();
        assertThat(article.createdAt()).isEqualTo(SUNDAY);
        assertThat(article.listedAt()).isEqualTo(SUNDAY);
    }

    @Test
    void backdatedArticleIsListedWhereItBelongs() {
        Article article = approved();

        article.publish(MONDAY, LAST_YEAR, "补录", null);

        assertThat(article.publishedAt()).contains(LAST_YEAR);
        assertThat(article.updatedAt()).contains(LAST_YEAR);
        assertThat(article.listedAt()).isEqualTo(LAST_YEAR);
    }

    @Test
    void restoringKeepsTheFirstDateAndMovesTheLastChange() {
        Article article = published();
        article.withdraw("有误", TUESDAY);

        assertThat(article.publish(WEDNESDAY, null, "恢复", null)).isTrue();

        assertThat(article.state()).isEqualTo(PUBLISHED);
        assertThat(article.publishedAt()).contains(MONDAY);
        assertThat(article.updatedAt()).contains(WEDNESDAY);
        assertThat(article.listedAt()).isEqualTo(MONDAY);
    }

    @Test
    void onlyWhatIsWithdrawnIsErasedAndNothingBringsItBack() {
        Article article = published();
        assertThatThrownBy(() -> article.erase(TUESDAY)).isInstanceOf(IllegalStateException.class);
        article.withdraw("当事人要求", TUESDAY);

        article.erase(WEDNESDAY);

        assertThat(article.body()).isEmpty();
        assertThat(article.manuscript().title()).isEqualTo("（已清除）");
        assertThatThrownBy(() -> article.publish(WEDNESDAY, null, "恢复", null)).isInstanceOf(Problem.class);
        assertThat(article.isWithdrawn()).isTrue();
    }

    @Test
    void dateThatIsKnownIsNotWrittenAnew() {
        Article article = published();

        assertThatThrownBy(() -> article.publish(TUESDAY, LAST_YEAR, "补录", null))
                .hasMessageContaining("date of publication");
        article.withdraw("有误", TUESDAY);
        assertThatThrownBy(() -> article.publish(WEDNESDAY, LAST_YEAR, "恢复", null))
                .hasMessageContaining("date of publication");

        assertThat(article.publish(WEDNESDAY, MONDAY, "恢复", null)).isTrue();
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
        Article article = fresh();

        assertIsIllegal(() -> article.withdraw("有误", TUESDAY));

        assertThat(article.state()).isEqualTo(DRAFT);
    }

    @Test
    void withdrawnArticleCannotBeRevised() {
        Article article = published();
        article.withdraw("有误", TUESDAY);

        assertIsIllegal(() -> article.revisedBy("zhang"));
    }

    @Test
    void newVersionWaitsUntilItIsApprovedAndThenTakesThePlace() {
        Article article = published();
        WorkingText working = working(article, false);

        assertThat(article.manuscript().title()).isEqualTo("旧题");
        assertIsIllegal(() -> article.publish(TUESDAY, null, null, working));
        approve(article);
        assertThat(article.publish(WEDNESDAY, null, null, working)).isTrue();

        assertThat(article.id()).isEqualTo(7);
        assertThat(article.uri()).isEqualTo("tag:example.com,2026-03-01:7");
        assertThat(article.manuscript().title()).isEqualTo("新题");
        assertThat(article.sectionId()).isEqualTo(CULTURE);
        assertThat(article.body()).isEqualTo("<p>新</p>");
        assertThat(article.updatedAt()).contains(WEDNESDAY);
        assertThat(article.publishedAt()).contains(MONDAY);
        assertThat(article.listedAt()).isEqualTo(MONDAY);
    }

    @Test
    void minorChangeLeavesTheDateOfTheLastOne() {
        Article article = published();
        WorkingText working = working(article, true);
        approve(article);

        article.publish(WEDNESDAY, null, null, working);

        assertThat(article.manuscript().title()).isEqualTo("新题");
        assertThat(article.updatedAt()).contains(MONDAY);
    }

    @Test
    void withdrawnArticleComesBackAsItWasWhileANewVersionGoesOn() {
        Article article = published();
        working(article, false);
        article.withdraw("有误", TUESDAY);

        assertThat(article.publish(WEDNESDAY, null, "恢复", null)).isTrue();

        assertThat(article.isPublished()).isTrue();
        assertThat(article.manuscript().title()).isEqualTo("旧题");
        assertThat(article.progress().state()).isEqualTo(DRAFT);
    }

    @Test
    void withdrawalTakesTheNewVersionOffTheTimetable() {
        Article article = published();
        working(article, false);
        approve(article);
        article.schedule(WEDNESDAY);

        article.withdraw("有误", TUESDAY);

        assertThat(article.isWithdrawn()).isTrue();
        assertThat(article.progress().scheduledFor()).isEmpty();
        assertThat(article.progress().state()).isEqualTo(ArticleState.APPROVED);
    }

    @Test
    void onlyWhatIsApprovedIsScheduled() {
        Article published = published();
        Article withdrawn = published();
        withdrawn.withdraw("有误", TUESDAY);

        assertIsIllegal(() -> published.schedule(WEDNESDAY));
        assertIsIllegal(() -> withdrawn.schedule(WEDNESDAY));
        assertIsIllegal(() -> fresh().schedule(WEDNESDAY));
    }

    @Test
    void whatOnlyTheNewsroomNoticesIsNoNewVersionForReaders() {
        Article article = published();
        long shown = article.shown();

        working(article, false);
        approve(article);

        assertThat(article.shown()).isEqualTo(shown);
    }

    @Test
    void correctionStandsBesideTheTextAndMovesTheLastChangeAlone() {
        Article article = published();

        article.correct("“12个”应为“11个”。", TUESDAY);
        article.correct("再次更正。", WEDNESDAY);

        assertThat(article.corrections())
                .containsExactly(new Correction(TUESDAY, "“12个”应为“11个”。"), new Correction(WEDNESDAY, "再次更正。"));
        assertThat(article.updatedAt()).contains(WEDNESDAY);
        assertThat(article.publishedAt()).contains(MONDAY);
    }

    @Test
    void whatIsNotPublishedHasNothingToCorrect() {
        assertIsIllegal(() -> fresh().correct("更正", MONDAY));
    }

    @Test
    void emergencyPublishesAtOnceAndTheReviewsFollow() {
        Article article = fresh();
        article.submit();
        article.review(Verdict.APPROVE, 3);

        article.publishAtOnce(MONDAY, TUESDAY, "汛情", null);

        assertThat(article.isPublished()).isTrue();
        assertThat(article.progress().reviewsDueAt()).contains(TUESDAY);
        assertThat(article.progress().stage()).contains(2);
        article.review(Verdict.RETURN, 3);
        article.review(Verdict.APPROVE, 3);
        article.review(Verdict.APPROVE, 3);
        assertThat(article.progress().reviewsDueAt()).isEmpty();
        assertThat(article.progress().stage()).isEmpty();
        assertThat(article.isPublished()).isTrue();
        assertIsIllegal(() -> article.review(Verdict.APPROVE, 3));
    }

    @Test
    void pagesAreCountedWhenTextIsWritten() {
        Article article = fresh();

        article.write(NEWS, manuscript("题"), Body.clean("<p>一</p><hr class=\"page-break\"><p>二</p>"));

        assertThat(article.pages()).isEqualTo(2);
    }

    @Test
    void readersSeeOnlyWhatIsPublished() {
        Article article = approved();
        assertThat(article.isVisibleTo(false)).isFalse();
        assertThat(article.isVisibleTo(true)).isTrue();

        article.publish(MONDAY, null, null, null);
        assertThat(article.isVisibleTo(false)).isTrue();

        article.withdraw("有误", TUESDAY);
        assertThat(article.isVisibleTo(false)).isFalse();
        assertThat(article.isVisibleTo(true)).isTrue();
    }

    @Test
    void withdrawalReplacesNoReview() {
        Article article = fresh();
        article.publishAtOnce(MONDAY, WEDNESDAY, "汛情", null);
        article.review(Verdict.APPROVE, 3);

        article.withdraw("有误", TUESDAY);
        assertIsIllegal(() -> article.review(Verdict.APPROVE, 3));
        article.publish(TUESDAY, null, "恢复", null);

        assertThat(article.progress().stage()).contains(2);
        assertThat(article.progress().reviewsDueAt()).contains(WEDNESDAY);
    }

    /** A newsroom that takes "cancel the schedule" at its word would withdraw what readers have. */
    @Test
    void refusalNamesTheMovesOfTheNewVersionAndOfWhatReadersHave() {
        Article article = published();
        working(article, false);
        approve(article);
        article.schedule(WEDNESDAY);

        assertThatThrownBy(article::submit)
                .hasMessageEndingWith("Possible: edit, take back, publish, schedule, publish in an emergency, withdraw,"
                        + " correct.");
        assertThatThrownBy(published()::submit).hasMessageEndingWith("Possible: edit, withdraw, correct.");
    }

    private static Article fresh() {
        Article article = new Article(7, "tag:example.com,2026-03-01:7", "zhang", SUNDAY);
        article.write(NEWS, manuscript("旧题"), Body.clean("<p>旧</p>"));
        return article;
    }

    /** Approved, so that it can be published. */
    private static Article approved() {
        Article article = fresh();
        approve(article);
        return article;
    }

    private static void approve(Article article) {
        article.submit();
        for (int stage = 1; stage <= 3; stage++) {
            article.review(Verdict.APPROVE, 3);
        }
    }

    private static Article published() {
        Article article = approved();
        article.publish(MONDAY, null, null, null);
        return article;
    }

    private static WorkingText working(Article article, boolean minor) {
        article.revisedBy("zhang");
        WorkingText working = new WorkingText(article.id());
        working.write(CULTURE, manuscript("新题"), Body.clean("<p>新</p>"), minor);
        return working;
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
