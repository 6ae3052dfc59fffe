// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArticleListingTest {

    static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");
    static final ArticleListing.Position POSITION = new ArticleListing.Position(MONDAY, 42);

    static Stream<ArticleListing> listings() {
        return Stream.of(
                published().finished(),
                published().before(POSITION).in(List.of(3L)).finished(),
                published().between(MONDAY, TUESDAY).finished(),
                published()
                        .before(POSITION)
                        .between(MONDAY, TUESDAY)
                        .in(List.of(1L, 2L, 3L))
                        .finished(),
                published().between(null, TUESDAY).tagged("秋收").finished(),
                published().before(POSITION).by("张泽青").in(List.of(1L, 2L)).finished(),
                published()
                        .before(POSITION)
                        .by("张泽青")
                        .tagged("秋收")
                        .in(List.of(1L, 2L))
                        .finished());
    }

    @ParameterizedTest
    @MethodSource("listings")
    void everyParameterIsNamedAndNoOther(ArticleListing listing) {
        List<Integer> named = Pattern.compile("\\?(\\d+)")
                .matcher(listing.sql())
                .results()
                .map(MatchResult::group)
                .map(name -> Integer.valueOf(name.substring(1)))
                .sorted()
                .toList();

        assertThat(named)
                .isEqualTo(IntStream.rangeClosed(1, listing.parameters().size())
                        .boxed()
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("listings")
    void everyWalkStopsAfterPage(ArticleListing listing) {
        assertThat(listing.sql()).endsWith(" limit 21");
        assertThat(occurrences(listing, " limit 21")).isEqualTo(occurrences(listing, "order by"));
    }

    @Test
    void everySectionIsWalkedOnItsOwn() {
        ArticleListing listing = published().in(List.of(11L, 12L, 13L)).finished();

        assertThat(occurrences(listing, "a.section_id = ")).isEqualTo(3);
        assertThat(occurrences(listing, " union all ")).isEqualTo(2);
        assertThat(listing.parameters()).containsExactly(11L, "published", 12L, "published", 13L, "published");
    }

    @Test
    void listOfNoSectionIsAListOfNothing() {
        assertThat(published().in(List.of()).finished().sql()).contains("1 = 0");
    }

    @Test
    void nextPageBeginsAfterTheLastArticleOfTheOneBefore() {
        ArticleListing listing = published().before(POSITION).finished();

        assertThat(listing.sql())
                .contains("and a.listed_at <= ?2 and (a.listed_at < ?3 or a.id < ?4)")
                .contains("order by a.state, a.listed_at desc, a.id desc");
        assertThat(listing.parameters())
                .containsExactly("published", MONDAY.atOffset(ZoneOffset.UTC), MONDAY.atOffset(ZoneOffset.UTC), 42L);
    }

    @Test
    void sinceIsIncludedAndUntilIsNot() {
        ArticleListing listing = published().between(MONDAY, TUESDAY).finished();

        assertThat(listing.sql()).contains("a.listed_at >= ?2").contains("a.listed_at < ?3");
        assertThat(listing.parameters())
                .containsExactly("published", MONDAY.atOffset(ZoneOffset.UTC), TUESDAY.atOffset(ZoneOffset.UTC));
    }

    @Test
    void nameIsParameterAndNeverPartOfTheStatement() {
        String name = "x' or 1 = 1 --";

        ArticleListing listing = published().tagged(name).finished();

        assertThat(listing.sql()).doesNotContain(name);
        assertThat(listing.parameters()).containsExactly(name, "published");
    }

    private static ArticleListing published() {
        return new ArticleListing(ArticleState.PUBLISHED, 21);
    }

    private static int occurrences(ArticleListing listing, String part) {
        return listing.sql().split(Pattern.quote(part), -1).length - 1;
    }
}
