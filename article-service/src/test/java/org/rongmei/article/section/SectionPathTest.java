// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongmei.kit.Problem;

class SectionPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "news",
                "news/zhucheng/towns",
                "24h",
                "culture-and-travel/2026",
                "news/news",
                "towns/old/towns",
                "news/articles",
                "news/feeds",
                "archives",
                "a/b/c/d/e/f"
            })
    void slugsWithSlashesArePath(String text) {
        assertThat(SectionPath.of("path", text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/news",
                "news/",
                "news//towns",
                "News",
                "新闻",
                "news/rss.xml",
                "news.html",
                "..",
                "news/../desk",
                "-news",
                "news-",
                "news--towns",
                "news_towns",
                "news towns",
                "news\n"
            })
    void anythingElseIsNone(String text) {
        assertIsRefused(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "articles",
                "tags",
                "authors",
                "search",
                "desk",
                "subscribe",
                "content",
                "feeds",
                "site-info",
                "health",
                "metrics",
                "openapi",
                "articles/today",
                "desk/news"
            })
    void addressesOfOthersAreTaken(String text) {
        assertIsRefused(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"archive", "archive/2026", "news/archive", "news/archive/towns"})
    void archiveIsReservedAtEveryLevel(String text) {
        assertIsRefused(text);
    }

    @Test
    void treeIsSixLevelsDeepAndPathThreeHundredCharactersLong() {
        assertIsRefused("a/b/c/d/e/f/g");
        assertThat(SectionPath.of("path", "n".repeat(300)).value()).hasSize(300);
        assertIsRefused("n".repeat(301));
    }

    @Test
    void parentIsOneLevelUp() {
        assertThat(new SectionPath("news/zhucheng/towns").parent()).contains(new SectionPath("news/zhucheng"));
        assertThat(new SectionPath("news").parent()).isEmpty();
    }

    @Test
    void belowMeansWholeSlugs() {
        SectionPath news = new SectionPath("news");

        assertThat(new SectionPath("news/towns").isBelow(news)).isTrue();
        assertThat(new SectionPath("news/towns/east").isBelow(news)).isTrue();
        assertThat(new SectionPath("newsletter/towns").isBelow(news)).isFalse();
        assertThat(news.isBelow(news)).isFalse();
        assertThat(news.isBelow(new SectionPath("news/towns"))).isFalse();
    }

    @Test
    void whatIsBelowMovesAlong() {
        SectionPath from = new SectionPath("news/towns");
        SectionPath to = new SectionPath("local");

        assertThat(new SectionPath("news/towns/east").moved(from, to)).hasToString("local/east");
        assertThat(from.moved(from, to)).isEqualTo(to);
    }

    private static void assertIsRefused(String text) {
        assertThatThrownBy(() -> SectionPath.of("path", text)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.view(Locale.ENGLISH, "/x").errors())
                    .singleElement()
                    .extracting(Problem.FieldError::field)
                    .isEqualTo("path");
        });
    }
}
