// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleListTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/content/articles?cursor=MTc3Cjk_-",
                "/content/articles?section=news%2Ftowns&limit=20&cursor=MTc3Cjk_-",
                "/content/articles?cursor=MTc3Cjk_-&tag=%E7%A7%8B%E6%94%B6",
                "/content/articles?tag=a%26cursor%3Dfalse&cursor=MTc3Cjk_-"
            })
    void nextPageIsAskedForWithItsCursor(String next) {
        assertThat(new ArticleList(List.of(), next).cursor()).contains("MTc3Cjk_-");
    }

    @Test
    void lastPageHasNoNext() {
        assertThat(new ArticleList(List.of(), null).cursor()).isEmpty();
        assertThat(new ArticleList(List.of(), "/content/articles").cursor()).isEmpty();
        assertThat(new ArticleList(List.of(), "/content/articles?limit=20&precursor=x").cursor())
                .isEmpty();
    }
}
