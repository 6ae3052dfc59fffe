// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongmei.article.article.ArticleText;
import org.rongmei.article.article.ArticleView.Highlight;
import org.rongmei.article.search.SearchIndex.Hits;
import org.rongmei.article.search.SearchIndex.Newest;
import org.rongmei.article.search.SearchIndex.Place;
import org.rongmei.article.search.SearchIndex.Position;
import org.rongmei.article.search.SearchIndex.Scope;

class SearchIndexTest {

    private static final Instant TODAY = Instant.parse("2026-11-24T00:00:00Z");
    private static final Scope EVERYWHERE = new Scope(null, null, null);

    @TempDir
    Path directory;

    @Test
    void nameIsFoundWhateverStandsAroundIt() throws IOException {
        try (SearchIndex index = SearchIndex.open(directory)) {
            index.put(text(1, "甲", "本报讯记者张泽青通讯员杨郭从梯田发回报道。"));
            index.put(text(2, "乙", "张家泽地青青。"));
            index.refresh();

            assertThat(find(index, "张泽青")).containsExactly(1L);
            assertThat(find(index, "张 泽")).containsExactlyInAnyOrder(1L, 2L);
        }
    }

    @Test
    void widthAndCaseMakeNoDifferenceAndRareCharactersAreFound() throws IOException {
        try (SearchIndex index = SearchIndex.open(directory)) {
            index.put(text(1, "ＡＢＣ公司", "双𪩘村通水，投入１２３万元。"));
            index.refresh();

            for (String question : List.of("abc", "双𪩘", "𪩘", "123万元")) {
                assertThat(find(index, question)).as(question).containsExactly(1L);
            }
            assertThat(Question.of("，。！")).isEmpty();
        }
    }

    @Test
    void titleCountsMoreThanBodyAndNewsMoreThanOldNews() throws IOException {
        try (SearchIndex index = SearchIndex.open(directory)) {
            for (long other = 10; other < 60; other++) {
                index.put(text(other, "茶园", "采茶"));
            }
            index.put(text(1, "别的事", "秋收在即，别的事也要做。", TODAY));
            index.put(text(2, "秋收", "别的事也要做，不能落下。", TODAY));
            index.put(text(3, "秋收", "别的事也要做，不能落下。", TODAY.minus(3000, ChronoUnit.DAYS)));
            index.refresh();

            assertThat(find(index, "秋收")).containsExactly(2L, 3L, 1L);
        }
    }

    @Test
    void pagesFollowEachOtherWithoutGapAndDouble() throws IOException {
        try (SearchIndex index = SearchIndex.open(directory)) {
            for (long id = 1; id <= 25; id++) {
                index.put(text(id, "梯田", "梯田"));
            }
            index.refresh();
            List<Long> seen = new ArrayList<>();
            @Nullable Position after = null;
            Hits hits;
            do {
                hits = index.find(question("梯田"), EVERYWHERE, TODAY, after, 4);
                seen.addAll(hits.ids());
                after = hits.last();
                index.put(text(100 + seen.size(), "别的", "别的"));
                index.refresh();
            } while (after != null);

            assertThat(seen)
                    .hasSize(25)
                    .doesNotHaveDuplicates()
                    .containsAll(LongStream.rangeClosed(1, 25).boxed().toList());
        }
    }

    @Test
    void scopeIsSectionAndTime() throws IOException {
        try (SearchIndex index = SearchIndex.open(directory)) {
            index.put(text(1, "梯田", "", TODAY));
            index.put(text(2, "梯田", "", TODAY.minusSeconds(10)));
            index.refresh();

            assertThat(find(index, new Scope(List.of(1L), null, null))).containsExactly(1L);
            assertThat(find(index, new Scope(List.of(), null, null))).isEmpty();
            assertThat(find(index, new Scope(null, TODAY, null))).containsExactly(1L);
            assertThat(find(index, new Scope(null, null, TODAY))).containsExactly(2L);
            assertThat(find(index, new Scope(null, TODAY.minusSeconds(10), TODAY)))
                    .containsExactly(2L);
        }
    }

    @Test
    void whatWasNotCommittedIsForgottenTogetherWithItsPlace() throws IOException {
        try (SearchIndex index = SearchIndex.open(directory)) {
            assertThat(index.place()).isEmpty();
            index.put(text(1, "第一", ""));
            index.commit(new Place("log", 7));
            index.put(text(2, "第二", ""));
            index.remove(1);
        }

        try (SearchIndex index = SearchIndex.open(directory)) {
            assertThat(index.place()).contains(new Place("log", 7));
            assertThat(find(index, "第一")).containsExactly(1L);
            assertThat(find(index, "第二")).isEmpty();
            index.clear();
            index.refresh();
            assertThat(index.place()).isEmpty();
            assertThat(find(index, "第一")).isEmpty();
        }
    }

    @Test
    void brokenIndexIsBegunAnew() throws IOException {
        try (SearchIndex index = SearchIndex.open(directory)) {
            index.put(text(1, "第一", ""));
            index.commit(new Place("log", 7));
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(name -> name.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                Files.writeString(file, "rubbish");
            }
        }

        try (SearchIndex index = SearchIndex.open(directory)) {
            assertThat(index.place()).isEmpty();
            assertThat(find(index, "第一")).isEmpty();
        }
    }

    @Test
    void indexOfAnotherFormatHasNoPlace() throws IOException {
        try (SearchIndex index = SearchIndex.open(directory)) {
            index.put(text(1, "第一", ""));
            index.commit(new Place("log", 7));
            assertThat(index.place()).contains(new Place("log", 7));
        }
        try (FSDirectory files = FSDirectory.open(directory);
                IndexWriter writer = new IndexWriter(files, new IndexWriterConfig())) {
            writer.setLiveCommitData(
                    Map.of("format", "0", "log", "log", "sequence", "7").entrySet());
            writer.commit();
        }

        try (SearchIndex index = SearchIndex.open(directory)) {
            assertThat(index.place()).as("it is made anew").isEmpty();
        }
    }

    @Test
    void twoServersCannotShareOneIndex() throws IOException {
        try (SearchIndex index = SearchIndex.open(directory)) {
            assertThat(index.place()).isEmpty();
            assertThatThrownBy(() -> SearchIndex.open(directory)).isInstanceOf(LockObtainFailedException.class);
        }
    }

    @Test
    void indexHoldsNoText() throws IOException {
        try (SearchIndex index = SearchIndex.open(directory)) {
            index.put(text(1, "撤下的标题", "这一句不应当能从索引文件里读出来。"));
            index.commit(new Place("log", 1));
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                        .doesNotContain("撤下的标题", "这一句不应");
            }
        }
    }

    @Test
    void whatIsFoundIsMarkedAndEverythingElseEscaped() {
        ArticleText text = text(1, "a<b 梯田里的秋收", "前面没有什么。" + "无关的话。".repeat(40) + "梯田里<script>金黄一片。");

        Highlight marked = new Highlighter(question("梯田里 秋收").everywhere()).of(text);

        assertThat(marked.title()).isEqualTo("a&lt;b <mark>梯田里</mark>的<mark>秋收</mark>");
        assertThat(marked.text())
                .contains("<mark>梯田里</mark>&lt;script&gt;金黄一片。")
                .startsWith("…");
        assertThat(marked.text().length()).isLessThan(250);
    }

    @Test
    void wordsThatManyHaveAreLookedForInTheNewestBodiesAndInEveryTitle() throws IOException {
        try (SearchIndex index = SearchIndex.open(directory, new Newest(30, 10))) {
            index.put(text(1, "合作社大会", "茶园的合作社组织大家参加验收。", daysAgo(900)));
            index.put(text(2, "茶园验收", "没有别的。", daysAgo(800)));
            index.put(text(3, "别的", "茶园在山上，下月验收。", daysAgo(700)));
            for (long id = 100; id < 160; id++) {
                index.put(text(id, "简讯", "合作社在茶园，组织验收，参加的人多。", daysAgo(id)));
            }
            index.refresh();

            assertThat(find(index, "茶园 验收"))
                    .as("the newest thirty, and the old one with the words in its title")
                    .hasSize(31)
                    .contains(2L, 100L, 129L)
                    .doesNotContain(1L, 3L, 130L);
            assertThat(find(index, "合作社组织大家")).as("as it was typed").contains(1L);
            assertThat(find(index, "合作社组织参加")).hasSize(30).doesNotContain(1L);
            assertThat(find(index, "茶园 下月")).as("too few have both").contains(3L);
            assertThat(index.find(question("茶园 验收"), new Scope(null, null, daysAgo(600)), TODAY, null, 100)
                            .ids())
                    .as("too few at that time")
                    .containsExactlyInAnyOrder(1L, 2L, 3L);
        }
    }

    private static Instant daysAgo(long days) {
        return TODAY.minus(days, ChronoUnit.DAYS);
    }

    private static Question question(String text) {
        return Question.of(text).orElseThrow();
    }

    private static List<Long> find(SearchIndex index, String text) throws IOException {
        return index.find(question(text), EVERYWHERE, TODAY, null, 100).ids();
    }

    private static List<Long> find(SearchIndex index, Scope scope) throws IOException {
        return index.find(question("梯田"), scope, TODAY, null, 100).ids();
    }

    private static ArticleText text(long id, String title, String body) {
        return text(id, title, body, TODAY);
    }

    /** In the section that has its id. */
    private static ArticleText text(long id, String title, String body, Instant at) {
        return new ArticleText(id, id, at, title, "", body, List.of(), List.of());
    }
}
