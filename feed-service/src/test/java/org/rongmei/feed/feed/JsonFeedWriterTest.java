// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongmei.feed.feed.FeedFixture.AWKWARD;
import static org.rongmei.feed.feed.FeedFixture.awkward;
import static org.rongmei.feed.feed.FeedFixture.entry;
import static org.rongmei.feed.feed.FeedFixture.rich;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonFeedWriterTest {

    FeedFixture fixture = new FeedFixture();

    @Test
    void feedSaysWhatItIsAndWhereItIs() {
        fixture.address = new FeedAddress(FeedAddress.Subject.AUTHOR, "张泽青", false);

        JsonObject feed = read();

        assertThat(feed.getString("version")).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.getString("title")).isEqualTo("青岚新闻");
        assertThat(feed.getString("language")).isEqualTo("zh-CN");
        assertThat(feed.getString("feed_url"))
                .isEqualTo("https://news.example.com/feeds/authors/%E5%BC%A0%E6%B3%BD%E9%9D%92/feed.json");
        assertThat(feed.getString("home_page_url"))
                .isEqualTo("https://news.example.com/authors/%E5%BC%A0%E6%B3%BD%E9%9D%92/");
        assertThat(feed.getJsonArray("authors").getJsonObject(0).getString("name"))
                .isEqualTo("青岚县融媒体中心");
    }

    @Test
    void itemHasItsFieldsUnderTheNamesOfTheSpecification() {
        JsonObject item = onlyItem(entry("a"));

        assertThat(item.getString("id")).isEqualTo("tag:example.com,2026-03-02:a");
        assertThat(item.getString("url")).isEqualTo("https://news.example.com/articles/a");
        assertThat(item.getString("content_html")).isEqualTo("<p>金黄的<b>稻谷</b>晒满了场院。</p>");
        assertThat(item.getString("date_published")).isEqualTo("2026-03-02T09:00:00+08:00");
        assertThat(item.getString("date_modified")).isEqualTo("2026-03-02T09:00:00+08:00");
        assertThat(item.getJsonArray("tags").getValuesAs(JsonString::getString)).containsExactly("镇街部门", "秋收");
        assertThat(item.getJsonArray("authors")
                        .getValuesAs(author -> author.asJsonObject().getString("name")))
                .containsExactly("张泽青", "杨郭");
        assertThat(item).doesNotContainKeys("author", "content_text", "attachments", "image");
    }

    @Test
    void entryThatMayOnlyShowItsSummaryHasNoHtml() {
        FeedFixture.EntryFixture entry = entry("a");
        entry.content = null;

        JsonObject item = onlyItem(entry);

        assertThat(item).doesNotContainKey("content_html");
        assertThat(item.getString("content_text")).isEqualTo("金黄的稻谷晒满了场院。");
    }

    @Test
    void awkwardTextSurvives() {
        JsonObject item = onlyItem(awkward("a"));

        assertThat(item.getString("title")).isEqualTo(AWKWARD);
        assertThat(item.getString("summary")).isEqualTo(AWKWARD);
        assertThat(item.getString("content_html")).isEqualTo("<p>" + AWKWARD + "</p>");
    }

    @Test
    void attachmentHasTypeAndSizeWhereItIsKnown() {
        JsonObject item = onlyItem(rich("a"));

        List<JsonObject> attachments = item.getJsonArray("attachments").getValuesAs(JsonObject.class);
        assertThat(attachments)
                .extracting(attachment -> attachment.getString("url"))
                .containsExactly("https://cdn.example.com/a.mp4", "https://cdn.example.com/a.mp3");
        assertThat(attachments)
                .extracting(attachment -> attachment.getString("mime_type"))
                .containsExactly("video/mp4", "audio/mpeg");
        assertThat(attachments.get(0).getJsonNumber("size_in_bytes").longValue())
                .isEqualTo(7_000_000_000L);
        assertThat(attachments.get(1)).doesNotContainKey("size_in_bytes");
        assertThat(item.getString("image")).isEqualTo("https://news.example.com/content/media/06k3r8vq00001/large");
        assertThat(item.getString("external_url")).isEqualTo("https://xinhua.example.com/1");
    }

    @Test
    void whatWasWithdrawnIsListed() {
        fixture.withdrawn("tag:example.com,2026-03-02:x", FeedFixture.TUESDAY);

        JsonObject withdrawn =
                read().getJsonObject("_rongmei").getJsonArray("withdrawn").getJsonObject(0);

        assertThat(withdrawn.getString("id")).isEqualTo("tag:example.com,2026-03-02:x");
        assertThat(withdrawn.getString("when")).isEqualTo("2026-03-04T01:30:05+08:00");
    }

    private JsonObject onlyItem(FeedFixture.EntryFixture entry) {
        fixture.with(entry);
        return read().getJsonArray("items").getJsonObject(0);
    }

    private JsonObject read() {
        byte[] bytes = FeedFormat.JSON.write(fixture.feed());
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return reader.readObject();
        }
    }
}
