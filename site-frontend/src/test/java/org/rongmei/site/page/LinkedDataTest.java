// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongmei.site.page.Stories.article;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.rongmei.site.upstream.Article;

class LinkedDataTest {

    @Test
    void nothingInItEndsTheScript() {
        Article article = article("'title': '</script><!-- & 𠅤', 'credits': [{'role': '记者', 'name': '<b>张</b>'}]");

        String data = LinkedData.of(article, "https://news.example.com", "</SCRIPT>");

        assertThat(data).doesNotContain("<");
        assertThat(parsed(data).getString("headline")).isEqualTo("</script><!-- & 𠅤");
        assertThat(parsed(data).getJsonObject("publisher").getString("name")).isEqualTo("</SCRIPT>");
    }

    @Test
    void searchEngineReadsWhoWhatAndWhen() {
        Article article = article("""
                'credits': [{'role': '记者', 'name': '张泽青'}, {'role': '通讯员', 'name': '杨郭'}],
                'images': [{'id': 'a', 'alt': '', 'width': 1, 'height': 1, 'renditions': {'large': '/content/media/a/large'}}]
                """);

        JsonObject data = parsed(LinkedData.of(article, "https://news.example.com", "青岚新闻网"));

        assertThat(data.getString("@type")).isEqualTo("NewsArticle");
        assertThat(data.getString("url")).isEqualTo("https://news.example.com/articles/06k3r8vq00001");
        assertThat(data.getString("identifier")).isEqualTo("tag:example.com,2026-03-02:06k3r8vq00001");
        assertThat(data.getString("datePublished")).isEqualTo("2026-03-03T01:00:05+08:00");
        assertThat(data.getString("dateModified")).isEqualTo("2026-03-03T10:00:00+08:00");
        assertThat(data.getJsonArray("author").getValuesAs(JsonObject.class))
                .extracting(author -> author.getString("name"))
                .containsExactly("张泽青", "杨郭");
        assertThat(data.getJsonArray("image").getString(0)).isEqualTo("https://news.example.com/content/media/a/large");
    }

    @Test
    void searchEngineReadsWhereTheArticleIs() {
        Article article = article("'breadcrumb': [{'id': '1', 'path': 'news', 'name': '新闻'},"
                + " {'id': '2', 'path': 'news/towns', 'name': '乡镇'}]");

        String data = LinkedData.of(article, "https://news.example.com", "青岚新闻网");

        try (JsonReader reader = Json.createReader(new StringReader(data))) {
            JsonObject crumbs = reader.readArray().getJsonObject(1);
            assertThat(crumbs.getString("@type")).isEqualTo("BreadcrumbList");
            assertThat(crumbs.getJsonArray("itemListElement").getValuesAs(JsonObject.class))
                    .extracting(item ->
                            item.getInt("position") + " " + item.getString("name") + " " + item.getString("item"))
                    .containsExactly(
                            "1 青岚新闻网 https://news.example.com/",
                            "2 新闻 https://news.example.com/news/",
                            "3 乡镇 https://news.example.com/news/towns/");
        }
    }

    private static JsonObject parsed(String data) {
        try (JsonReader reader = Json.createReader(new StringReader(data))) {
            return reader.readArray().getJsonObject(0);
        }
    }
}
