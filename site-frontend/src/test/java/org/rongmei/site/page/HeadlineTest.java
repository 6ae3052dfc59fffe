// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongmei.site.page.Stories.article;

import org.junit.jupiter.api.Test;

class HeadlineTest {

    @Test
    void headlineLeadsToTheArticle() {
        Headline headline = Headline.of(
                article(
                        "'kicker': '秋收', 'breadcrumb': [{'id': '1', 'path': 'news', 'name': '新闻'}, {'id': '2', 'path': 'news/towns', 'name': '镇街部门'}]"));

        assertThat(headline.title()).isEqualTo("梯田里的秋收");
        assertThat(headline.href()).isEqualTo("/articles/06k3r8vq00001");
        assertThat(headline.kicker()).isEqualTo("秋收");
        assertThat(headline.section()).isEqualTo("镇街部门");
        assertThat(headline.time()).isEqualTo("03-03 01:00");
    }

    @Test
    void firstPictureIsBesideIt() {
        Headline headline = Headline.of(article("""
                        'images': [{'id': 'a', 'alt': '稻谷', 'width': 16, 'height': 9, 'renditions': {'medium': '/m', 'large': '/l'}},
                                   {'id': 'b', 'alt': '梯田', 'width': 1, 'height': 1, 'renditions': {}}]
                        """));

        assertThat(headline.thumbnail()).contains(new Headline.Thumbnail("/m", "/l", "稻谷", 16, 9));
        assertThat(Headline.of(article("")).thumbnail()).isEmpty();
    }

    @Test
    void advertorialIsMarked() {
        assertThat(Headline.of(article("")).advertorial()).isFalse();
        assertThat(Headline.of(article("'kind': 'advertorial'")).advertorial()).isTrue();
    }
}
