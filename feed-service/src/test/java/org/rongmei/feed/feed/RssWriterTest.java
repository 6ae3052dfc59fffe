// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongmei.feed.feed.FeedFixture.AWKWARD;
import static org.rongmei.feed.feed.FeedFixture.awkward;
import static org.rongmei.feed.feed.FeedFixture.entry;
import static org.rongmei.feed.feed.FeedFixture.rich;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class RssWriterTest {

    FeedFixture fixture = new FeedFixture();

    @Test
    void channelSaysWhatItIs() {
        XmlReading rss = read();

        assertThat(rss.text("/rss/@version")).isEqualTo("2.0");
        assertThat(rss.text("/rss/channel/title")).isEqualTo("青岚新闻");
        assertThat(rss.text("/rss/channel/link")).isEqualTo("https://news.example.com/");
        assertThat(rss.text("/rss/channel/description")).isEqualTo("青岚新闻的最新稿件");
        assertThat(rss.text("/rss/channel/language")).isEqualTo("zh-cn");
        assertThat(rss.text("/rss/channel/lastBuildDate")).isEqualTo("Wed, 04 Mar 2026 01:30:05 +0800");
    }

    @Test
    void selfLinkIsTheAddressItIsFetchedFrom() {
        fixture.address = new FeedAddress(FeedAddress.Subject.TAG, "秋收", true);

        XmlReading rss = read();

        assertThat(rss.text("/rss/channel/atom:link[@rel='self']/@href"))
                .isEqualTo("https://news.example.com/feeds/tags/%E7%A7%8B%E6%94%B6/rss.xml?content=summary");
        assertThat(rss.text("/rss/channel/atom:link[@rel='self']/@type")).isEqualTo("application/rss+xml");
    }

    @Test
    void editorHasAnAddressOrIsNotNamed() {
        assertThat(read().text("/rss/channel/managingEditor")).isEqualTo("news@example.com (青岚县融媒体中心)");

        fixture.email = null;
        assertThat(read().texts("/rss/channel/managingEditor")).isEmpty();
    }

    @Test
    void itemsStandInOrderAfterEverythingElse() {
        XmlReading rss = read(entry("c"), entry("a"), entry("b"));

        assertThat(rss.texts("/rss/channel/item/title")).containsExactly("稿件c", "稿件a", "稿件b");
        assertThat(rss.names("/rss/channel/item[1]/following-sibling::*")).containsOnly("item");
        assertThat(rss.names("/rss/channel/item[1]/preceding-sibling::*"))
                .contains("title", "lastBuildDate", "atom:link");
    }

    @Test
    void guidIsIdentityAndNoAddress() {
        XmlReading rss = read(entry("a"));

        assertThat(rss.text("/rss/channel/item/guid")).isEqualTo("tag:example.com,2026-03-02:a");
        assertThat(rss.text("/rss/channel/item/guid/@isPermaLink")).isEqualTo("false");
        assertThat(rss.text("/rss/channel/item/link")).isEqualTo("https://news.example.com/articles/a");
    }

    @Test
    void itemIsOfTheDayItWasPublishedInBeijing() {
        FeedFixture.EntryFixture entry = entry("a");
        entry.published = FeedFixture.TUESDAY;

        XmlReading rss = read(entry);

        assertThat(rss.text("/rss/channel/item/pubDate")).isEqualTo("Wed, 04 Mar 2026 01:30:05 +0800");
    }

    @Test
    void everyAuthorIsCreatorAndNobodyHasAnAddress() {
        XmlReading rss = read(entry("a"));

        assertThat(rss.texts("/rss/channel/item/dc:creator")).containsExactly("张泽青", "杨郭");
        assertThat(rss.names("/rss/channel/item/author")).isEmpty();
    }

    @Test
    void nothingIsSaidTwice() {
        XmlReading rss = read(rich("a"));

        assertThat(rss.names("//dc:date")).isEmpty();
        assertThat(rss.names("//dc:language")).isEmpty();
        assertThat(rss.names("/rss/channel/item/*[not(self::dc:creator or self::category or self::media:content)]"))
                .doesNotHaveDuplicates()
                .contains("dc:rights", "pubDate");
    }

    @Test
    void onlyTheFirstEnclosureIsThereWithItsLength() {
        XmlReading rss = read(rich("a"));

        assertThat(rss.text("/rss/channel/item/enclosure/@url")).isEqualTo("https://cdn.example.com/a.mp4");
        assertThat(rss.text("/rss/channel/item/enclosure/@type")).isEqualTo("video/mp4");
        assertThat(rss.text("/rss/channel/item/enclosure/@length")).isEqualTo("7000000000");
    }

    @Test
    void unknownLengthIsZeroRatherThanMissing() {
        FeedFixture.EntryFixture entry = rich("a");
        entry.enclosures = List.of(entry.enclosures.get(1));

        XmlReading rss = read(entry);

        assertThat(rss.text("/rss/channel/item/enclosure/@length")).isEqualTo("0");
    }

    @Test
    void textComesAfterItsSummary() {
        XmlReading rss = read(entry("a"));

        assertThat(rss.text("/rss/channel/item/description")).isEqualTo("金黄的稻谷晒满了场院。");
        assertThat(rss.text("/rss/channel/item/content:encoded")).isEqualTo("<p>金黄的<b>稻谷</b>晒满了场院。</p>");
        assertThat(rss.names("/rss/channel/item/*")).containsSubsequence("description", "content:encoded");
    }

    @Test
    void entryThatMayOnlyShowItsSummaryHasNoText() {
        FeedFixture.EntryFixture entry = entry("a");
        entry.content = null;

        XmlReading rss = read(entry);

        assertThat(rss.names("//content:encoded")).isEmpty();
        assertThat(rss.text("/rss/channel/item/description")).isEqualTo("金黄的稻谷晒满了场院。");
    }

    @Test
    void awkwardTextSurvivesAsText() {
        fixture.title = AWKWARD;

        XmlReading rss = read(awkward("a"));

        assertThat(rss.text("/rss/channel/title")).isEqualTo(AWKWARD);
        assertThat(rss.text("/rss/channel/item/title")).isEqualTo(AWKWARD);
        assertThat(Jsoup.parse(rss.text("/rss/channel/item/description")).text())
                .isEqualTo(AWKWARD);
        assertThat(rss.text("/rss/channel/item/dc:creator")).isEqualTo(AWKWARD);
        String content = rss.text("/rss/channel/item/content:encoded");
        assertThat(Jsoup.parse(content).body().html())
                .isEqualTo(Jsoup.parse("<p>" + AWKWARD + "</p>").body().html());
    }

    @Test
    void reprintNamesItsSource() {
        XmlReading rss = read(rich("a"));

        assertThat(rss.text("/rss/channel/item/source")).isEqualTo("新华社");
        assertThat(rss.text("/rss/channel/item/source/@url")).isEqualTo("https://xinhua.example.com/1");
    }

    @Test
    void pictureHasAddressSizeAndWords() {
        XmlReading rss = read(rich("a"));

        String picture = "/rss/channel/item/media:content[@medium='image']";
        assertThat(rss.text(picture + "/@url")).isEqualTo("https://news.example.com/content/media/06k3r8vq00001/large");
        assertThat(rss.text(picture + "/@medium")).isEqualTo("image");
        assertThat(rss.text(picture + "/@width")).isEqualTo("1600");
        assertThat(rss.text(picture + "/media:description")).isEqualTo("稻谷");
        assertThat(rss.text(picture + "/media:thumbnail/@url"))
                .isEqualTo("https://news.example.com/content/media/06k3r8vq00001/thumbnail");
    }

    @Test
    void whatHasNoNamespaceIsOfTheSpecification() {
        XmlReading rss = read(rich("a"), awkward("b"));

        assertThat(rss.names("/rss/channel/*[namespace-uri() = '']"))
                .isSubsetOf(
                        "title",
                        "link",
                        "description",
                        "language",
                        "copyright",
                        "managingEditor",
                        "lastBuildDate",
                        "item");
        assertThat(rss.names("/rss/channel/item/*[namespace-uri() = '']"))
                .isSubsetOf("title", "link", "description", "category", "enclosure", "guid", "pubDate", "source");
    }

    private XmlReading read(FeedFixture.EntryFixture... entries) {
        fixture.entries.clear();
        List.of(entries).forEach(fixture::with);
        return XmlReading.of(FeedFormat.RSS.write(fixture.feed()));
    }
}
