// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongmei.feed.entry.Story;

class EntryContentTest {

    private static final String PAGE = "https://news.example/articles/a1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<img src=\"/x.png\"> | <img src=\"https://news.example/x.png\">",
                "<img src=\"x.png\"> | <img src=\"https://news.example/articles/x.png\">",
                "<img src=\"../x.png\"> | <img src=\"https://news.example/x.png\">",
                "<img src=\"//cdn.example/x.png\"> | <img src=\"https://cdn.example/x.png\">",
                "<a href=\"#note\">注</a> | <a href=\"https://news.example/articles/a1#note\">注</a>",
                "<a href=\"?page=2\">二</a> | <a href=\"https://news.example/articles/a1?page=2\">二</a>",
                "<a href=\"mailto:a@b.example\">信</a> | <a href=\"mailto:a@b.example\">信</a>",
                "<img data-src=\"/x.png\"> | <img src=\"https://news.example/x.png\">",
                "<img src=\"/wait.gif\" data-src=\"/x.png\"> | <img src=\"https://news.example/x.png\">",
                "<video poster=\"/p.jpg\" src=\"v.mp4\"></video>"
                        + " | <video poster=\"https://news.example/p.jpg\" src=\"https://news.example/articles/v.mp4\"></video>",
                "<img srcset=\"/a.jpg 1x, b.jpg 2x\">"
                        + " | <img srcset=\"https://news.example/a.jpg 1x, https://news.example/articles/b.jpg 2x\">",
                "<img srcset=\"/a.jpg 480w,/b.jpg 800w\">"
                        + " | <img srcset=\"https://news.example/a.jpg 480w, https://news.example/b.jpg 800w\">",
                "<img srcset=\"/a.jpg\"> | <img srcset=\"https://news.example/a.jpg\">",
                "<blockquote cite=\"/q\">引</blockquote> | <blockquote cite=\"https://news.example/q\">引</blockquote>"
            })
    void everyAddressIsAbsolute(String body, String syndicated) {
        assertThat(html(body)).isEqualTo(syndicated);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<p onclick=\"x()\">一</p><script>x()</script> | <p>一</p>",
                "<p><a href=\"javascript:x()\">一</a></p> | <p><a>一</a></p>",
                "<p>一</p><style>p{}</style><form><input></form> | <p>一</p>",
                "<p>一</p><hr class=\"page-break\"><p>二</p> | <p>一</p><p>二</p>"
            })
    void whatWorksOnOurPagesOnlyStaysThere(String body, String syndicated) {
        assertThat(html(body)).isEqualTo(syndicated);
    }

    @Test
    void nothingIsPutBetweenChineseCharacters() {
        String body = "<p>秋<b>收</b>时<i>节</i>，𠅤😀<a href=\"https://a.example/\">地</a>里</p><p>忙</p>";

        assertThat(html(body)).isEqualTo(body);
    }

    @Test
    void theEndOfCdataIsTextLikeAnyOther() {
        assertThat(html("<p>a ]]&gt; b</p>")).isEqualTo("<p>a ]]&gt; b</p>");
    }

    private static String html(String body) {
        Story story = Story.fromJson(Json.createObjectBuilder()
                .add("id", "a1")
                .add("body", body)
                .build()
                .toString());
        return EntryContent.html(story, PAGE);
    }
}
