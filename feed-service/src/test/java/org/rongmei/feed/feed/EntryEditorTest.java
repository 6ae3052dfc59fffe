// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongmei.feed.entry.Story;

class EntryEditorTest {

    EntryEditor editor = new EntryEditor(FeedFixture.SITE);

    @Test
    void entryKeepsTheIdentityAndTheDatesOfTheStory() {
        Feed.Entry entry = editor.edit(story(""), false);

        assertThat(entry.uri()).isEqualTo("tag:example.com,2026-03-02:06k3r8vq00001");
        assertThat(entry.url()).isEqualTo("https://news.example.com/articles/06k3r8vq00001");
        assertThat(entry.title()).isEqualTo("梯田里的秋收");
        assertThat(entry.published()).isEqualTo(Instant.parse("2026-03-02T01:00:00Z"));
        assertThat(entry.updated()).isEqualTo(Instant.parse("2026-03-02T02:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a href='/news/'>看</a>|<a href=\"https://news.example.com/news/\">看</a>",
                "<a href='https://example.com/x'>看</a>|<a href=\"https://example.com/x\">看</a>",
                "<a href='mailto:a@example.com'>信</a>|<a href=\"mailto:a@example.com\">信</a>",
                "<a href='#note'>注</a>|<a href=\"https://news.example.com/articles/06k3r8vq00001#note\">注</a>",
                "<img src='/content/media/x/large'>|<img src=\"https://news.example.com/content/media/x/large\">"
            })
    void everyAddressInTheTextIsAbsolute(String html, String absolute) {
        Feed.Entry entry =
                editor.edit(story("'body': '<p>一</p><p>%s</p>'".formatted(html.replace("'", "\\\""))), false);

        assertThat(entry.content()).isEqualTo("<p>一</p><p>" + absolute + "</p>");
    }

    @Test
    void bylineStandsAtTheHeadOfTheFirstParagraph() {
        Feed.Entry entry = editor.edit(story("""
                        'body': '<h2>题</h2><p>一</p><p>二</p>', 'dateline': '本报讯', 'credits': [{'role': '记者', 'name': '张泽青'},
                        {'role': '记者', 'name': '<李>'}, {'role': '通讯员', 'name': '杨郭'}]
                        """), false);

        assertThat(entry.content()).isEqualTo("<h2>题</h2><p>本报讯（记者张泽青、&lt;李&gt; 通讯员杨郭）一</p><p>二</p>");
        assertThat(entry.authors()).containsExactly("张泽青", "<李>", "杨郭");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<img src='https://example.com/x'>", "<ul><li><p>一</p></li></ul>"})
    void textWithoutParagraphStillNamesItsAuthors(String body) {
        Feed.Entry entry = editor.edit(
                story("'body': '%s', 'credits': [{'role': '记者', 'name': '张泽青'}]".formatted(body.replace("'", "\\\""))),
                false);

        assertThat(entry.content()).startsWith("<p>（记者张泽青）</p>");
    }

    @Test
    void pagesAreOneInTheFeed() {
        Feed.Entry entry =
                editor.edit(story("'body': '<p>一</p><hr class=\\\"page-break\\\"><p>二</p><hr><p>三</p>'"), false);

        assertThat(entry.content()).isEqualTo("<p>一</p><p>二</p><hr><p>三</p>");
    }

    @ParameterizedTest
    @CsvSource({"public, false, true", "public, true, false", "partners, false, false", "none, false, false"})
    void onlyWhatIsPublicLeavesInFull(String syndication, boolean summaryOnly, boolean full) {
        Story story = story("'body': '<p>一</p>', 'rights': {'syndication': '%s'}".formatted(syndication));

        Feed.Entry entry = editor.edit(story, summaryOnly);

        assertThat(entry.content() != null).isEqualTo(full);
        assertThat(entry.summary()).isEqualTo("一");
    }

    @Test
    void oneControlCharacterCostsNothingButItself() {
        Story story = story("""
                'title': '秋\\b收\\ud840', 'subtitle': '副\\ufffe题', 'summary': '提\\u000b要', 'tags': ['a\\u0001b'], 'body': '<p>正\\u001f文&#8;\\ud840</p><img src=/x alt=稻\\u0002谷>',
                'credits': [{'role': '记者', 'name': '张\\u001b青'}]
                """);

        Feed.Entry entry = editor.edit(story, false);

        assertThat(entry.title()).isEqualTo("秋收");
        assertThat(entry.summary()).isEqualTo("提要");
        assertThat(entry.categories()).containsExactly("ab");
        assertThat(entry.authors()).containsExactly("张青");
        assertThat(Jsoup.parse(String.valueOf(entry.content())).text()).isEqualTo("副题 （记者张青）正文");
        assertThat(entry.content()).contains("alt=\"稻谷\"").doesNotContain("&#");
    }

    @Test
    void correctionIsInTheTextAndMovesTheDate() {
        Story story = story("""
                'body': '<p>一</p>', 'corrections': [{'at': '2026-03-04T17:00:00Z', 'text': '应为 <二>。'},
                {'at': '2026-03-03T01:00:00Z', 'text': '应为三。'}]
                """);

        Feed.Entry entry = editor.edit(story, false);

        assertThat(entry.content()).isEqualTo("<p>一</p><p>更正（2026年3月5日）：应为 &lt;二&gt;。</p><p>更正（2026年3月3日）：应为三。</p>");
        assertThat(entry.updated()).isEqualTo(Instant.parse("2026-03-04T17:00:00Z"));
    }

    @Test
    void whatMachineWroteSaysSo() {
        Story story = story("'body': '<p>一</p>', 'flags': {'newsInformation': true, 'aiGenerated': true}");

        Feed.Entry entry = editor.edit(story, false);

        assertThat(entry.content()).isEqualTo("<p>一</p><p>本文含有由人工智能生成的内容。</p>");
        assertThat(entry.aiGenerated()).isTrue();
    }

    @Test
    void noticeForMinorsIsReadBeforeTheText() {
        Story story = story("'body': '<p>一</p>', 'subtitle': '副题', 'flags': {'minorSensitive': true}");

        assertThat(editor.edit(story, false).content())
                .isEqualTo("<p>提示：本文内容可能影响未成年人身心健康，请在监护人陪同下阅读。</p><p><strong>副题</strong></p><p>一</p>");
        assertThat(editor.edit(story, true).summary()).startsWith("提示：本文内容可能影响未成年人身心健康");
    }

    @Test
    void shortFormHasTheNoticesToo() {
        Story story = story("""
                'summary': '提要。', 'flags': {'aiGenerated': true}, 'rights': {'syndication': 'none'},
                'corrections': [{'at': '2026-03-04T17:00:00Z', 'text': '应为二。'}]
                """);

        assertThat(editor.edit(story, false).summary()).isEqualTo("提要。 更正（2026年3月5日）：应为二。 本文含有由人工智能生成的内容。");
    }

    @Test
    void pictureOrFilmThatNobodyCanFetchIsLeftOut() {
        Story story = story("""
                'images': [{'id': 'x', 'alt': '无', 'width': 1, 'height': 1, 'renditions': {}},
                    {'id': 'y', 'width': 1, 'height': 1, 'renditions': {'large': '/a b'}},
                    {'id': 'z', 'width': 1, 'height': 1, 'renditions': {'large': '/content/z'}}],
                'attachments': [{'kind': 'audio', 'url': '/relative.mp3', 'type': 'audio/mpeg', 'length': 1},
                    {'kind': 'audio', 'url': 'https://a.example/听.mp3', 'type': 'audio/mpeg', 'length': 7}]
                """);

        Feed.Entry entry = editor.edit(story, false);

        assertThat(entry.pictures())
                .extracting(Feed.Picture::url)
                .containsExactly("https://news.example.com/content/z");
        assertThat(entry.enclosures())
                .extracting(Feed.Enclosure::url)
                .containsExactly("https://a.example/%E5%90%AC.mp3");
    }

    @Test
    void subtitleStandsBeforeTheText() {
        Feed.Entry entry = editor.edit(story("'body': '<p>一</p>', 'subtitle': '副 & 题'"), false);

        assertThat(entry.content()).isEqualTo("<p><strong>副 &amp; 题</strong></p><p>一</p>");
    }

    @Test
    void summaryIsTheBeginningOfTheTextWhereNobodyWroteOne() {
        Story story = story("'body': '<p>%s</p>'".formatted("𠅤".repeat(141)));

        assertThat(editor.edit(story, false).summary()).isEqualTo("𠅤".repeat(140) + "……");
    }

    @Test
    void summaryThatSomebodyWroteIsTaken() {
        Story story = story("'body': '<p>一</p>', 'summary': '提要 <b>'");

        assertThat(editor.edit(story, false).summary()).isEqualTo("提要 <b>");
    }

    @Test
    void categoriesAreTheSectionAndTheTags() {
        Story story = story("""
                'tags': ['秋收', '镇街部门'], 'breadcrumb': [{'id': '1', 'path': 'news', 'name': '新闻'},
                {'id': '2', 'path': 'news/towns', 'name': '镇街部门'}]
                """);

        assertThat(editor.edit(story, false).categories()).containsExactly("镇街部门", "秋收");
    }

    @Test
    void picturesAndRightsComeAlong() {
        Story story = story("""
                'images': [{'id': 'x', 'alt': '稻谷', 'width': 16, 'height': 9,
                            'renditions': {'large': '/content/media/x/large', 'thumbnail': '/content/media/x/thumbnail'}}],
                'rights': {'holder': '我们', 'licence': 'https://example.com/l', 'syndication': 'public'},
                'source': {'name': '新华社', 'url': 'https://example.com/s'}
                """);

        Feed.Entry entry = editor.edit(story, false);

        assertThat(entry.pictures()).singleElement().satisfies(picture -> {
            assertThat(picture.url()).isEqualTo("https://news.example.com/content/media/x/large");
            assertThat(picture.thumbnail()).isEqualTo("https://news.example.com/content/media/x/thumbnail");
        });
        assertThat(entry.rights()).isEqualTo("我们");
        assertThat(entry.licence()).isEqualTo("https://example.com/l");
        assertThat(entry.sourceName()).isEqualTo("新华社");
        assertThat(entry.sourceUrl()).isEqualTo("https://example.com/s");
    }

    /** A story with the given fields besides those that every story has; quotes are single for the eye's sake. */
    private static Story story(String fields) {
        String title = fields.contains("'title'") ? "" : "'title': '梯田里的秋收', ";
        return Story.fromJson("""
                {'id': '06k3r8vq00001', 'uri': 'tag:example.com,2026-03-02:06k3r8vq00001', 'url': 'x', 'state': 'published',
                 'kind': 'original', %s %s 'publishedAt': '2026-03-02T01:00:00Z', 'updatedAt': '2026-03-02T02:00:00Z'}
                """.formatted(title, fields.isBlank() ? "" : fields.strip() + ",")
                .replace('\'', '"'));
    }
}
