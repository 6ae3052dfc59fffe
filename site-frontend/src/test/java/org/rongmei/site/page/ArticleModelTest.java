// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongmei.site.page.Stories.article;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongmei.site.upstream.Article;

class ArticleModelTest {

    private static final ArticleModel.Around ALONE = new ArticleModel.Around(null, null, List.of(), List.of());

    static final String BYLINE =
            "'dateline': '本报讯', 'credits': [{'role': '记者', 'name': '张泽青'}, {'role': '通讯员', 'name': '杨郭'}, {'role': '记者', 'name': '李青岚'}]";

    @Test
    void bylineStandsAtTheHeadOfTheFirstParagraph() {
        ArticleModel model = model("'body': '<h2>题</h2><p>一</p><p>二</p>', " + BYLINE);

        assertThat(model.byline()).isEqualTo("本报讯（记者张泽青、李青岚 通讯员杨郭）");
        assertThat(model.body()).isEqualTo("<h2>题</h2><p><b class=\"byline\">本报讯（记者张泽青、李青岚 通讯员杨郭）</b>一</p><p>二</p>");
    }

    @Test
    void bylineIsTextWhateverItLooksLike() {
        ArticleModel model = model("'body': '<p>一</p>', 'credits': [{'role': '', 'name': '<script>&lt;'}]");

        assertThat(model.body()).isEqualTo("<p><b class=\"byline\">（&lt;script&gt;&amp;lt;）</b>一</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'body': '', ", "'body': '<ul><li>一</li></ul>', "})
    void textWithoutParagraphStillNamesItsAuthors(String body) {
        ArticleModel model = model(body + BYLINE);

        assertThat(model.body()).startsWith("<p><b class=\"byline\">本报讯（记者张泽青、李青岚 通讯员杨郭）</b></p>");
    }

    @Test
    void withoutBylineTextIsAsItIs() {
        assertThat(model("'body': '<p>一</p>'").body()).isEqualTo("<p>一</p>");
        assertThat(model("").body()).isEmpty();
    }

    @Test
    void bylineIsOnTheFirstPageOnly() {
        ArticleModel model = model("'page': 2, 'pages': 3, 'body': '<p>二</p>', " + BYLINE);

        assertThat(model.body()).isEqualTo("<p>二</p>");
    }

    @Test
    void pagesAreCountedAsRecords() {
        assertThat(model("").pagerText()).isEqualTo("1 条记录 1/1 页");
        assertThat(model("'page': 2, 'pages': 3").pagerText()).isEqualTo("3 条记录 2/3 页");
    }

    @Test
    void pagerIsThereWhereThereArePagesOrTheSiteWantsIt() {
        assertThat(ArticleModel.of(article(""), false, ALONE).pager()).isFalse();
        assertThat(ArticleModel.of(article(""), true, ALONE).pager()).isTrue();
        assertThat(ArticleModel.of(article("'page': 1, 'pages': 2"), false, ALONE)
                        .pager())
                .isTrue();
    }

    @Test
    void firstPageHasTheAddressOfTheArticle() {
        assertThat(model("'page': 2, 'pages': 3").pages())
                .containsExactly(
                        new ArticleModel.PageLink(1, "/articles/06k3r8vq00001", false),
                        new ArticleModel.PageLink(2, "/articles/06k3r8vq00001?page=2", true),
                        new ArticleModel.PageLink(3, "/articles/06k3r8vq00001?page=3", false));
    }

    @Test
    void pictureThatTheTextShowsIsNotShownAgain() {
        String pictures = ", 'images': [%s, %s]".formatted(picture("06k3r8vq0000a"), picture("06k3r8vq0000b"));

        ArticleModel model = model("'body': '<p>一</p><img src=/content/media/06k3r8vq0000a/large>'" + pictures);

        assertThat(model.unplacedImages()).extracting(Article.Image::id).containsExactly("06k3r8vq0000b");
    }

    @Test
    void picturesBesideTheTextAreOnTheFirstPageOnly() {
        String pictures = ", 'body': '<p>一</p>', 'images': [%s]".formatted(picture("06k3r8vq0000a"));

        assertThat(model("'page': 1, 'pages': 2" + pictures).unplacedImages()).hasSize(1);
        assertThat(model("'page': 2, 'pages': 2" + pictures).unplacedImages()).isEmpty();
    }

    @Test
    void timesAreThoseOfBeijing() {
        ArticleModel model = model("'corrections': [{'at': '2026-03-04T16:00:00Z', 'text': '应为二。'}]");

        assertThat(model.published()).isEqualTo("2026-03-03 01:00:05");
        assertThat(model.publishedIso()).isEqualTo("2026-03-03T01:00:05+08:00");
        assertThat(model.corrections()).containsExactly(new ArticleModel.Notice("2026-03-05 00:00:00", "应为二。"));
    }

    @Test
    void editorsAreNamedByWhatTheyDo() {
        ArticleModel model = model(
                "'editors': [{'role': '责任编辑', 'name': '张'}, {'role': '审核', 'name': '李'}, {'role': '责任编辑', 'name': '王'}]");

        assertThat(model.editors()).isEqualTo("责任编辑：张、王 审核：李");
    }

    @Test
    void tagLeadsToItsList() {
        assertThat(model("'tags': ['秋收 & 1']").tags())
                .containsExactly(new ArticleModel.TagLink("秋收 & 1", "/tags/%E7%A7%8B%E6%94%B6%20%26%201/"));
    }

    @Test
    void authorLeadsToWhatTheyWrote() {
        assertThat(model("'credits': [{'role': '记者', 'name': '田穗'}, {'role': '摄影', 'name': '田穗'}]")
                        .authors())
                .containsExactly(new ArticleModel.TagLink("田穗", "/authors/%E7%94%B0%E7%A9%97/"));
    }

    private static ArticleModel model(String fields) {
        return ArticleModel.of(article(fields), false, ALONE);
    }

    private static String picture(String id) {
        return "{'id': '%s', 'alt': '稻谷', 'width': 16, 'height': 9, 'renditions': {}}".formatted(id);
    }
}
