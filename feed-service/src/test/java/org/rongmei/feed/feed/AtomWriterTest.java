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

class AtomWriterTest {

    FeedFixture fixture = new FeedFixture();

    @Test
    void feedHasExactlyOneOfWhatItMustHave() {
        XmlReading atom = read(entry("a"), entry("b"));

        assertThat(atom.text("/atom:feed/atom:id")).isEqualTo("urn:uuid:6f9619ff-8b86-3011-b42d-00cf4fc964ff");
        assertThat(atom.text("/atom:feed/atom:title")).isEqualTo("青岚新闻");
        assertThat(atom.text("/atom:feed/atom:updated")).isEqualTo("2026-03-04T01:30:05+08:00");
        assertThat(atom.text("/atom:feed/atom:author/atom:name")).isEqualTo("青岚县融媒体中心");
        assertThat(atom.text("/atom:feed/@xml:lang")).isEqualTo("zh-CN");
    }

    @Test
    void feedWithoutPublisherIsByItself() {
        fixture.publisher = null;

        assertThat(read().text("/atom:feed/atom:author/atom:name")).isEqualTo("青岚新闻");
    }

    @Test
    void selfLinkIsTheAddressItIsFetchedFrom() {
        fixture.address = new FeedAddress(FeedAddress.Subject.SECTION, "news/towns", false);

        XmlReading atom = read();

        assertThat(atom.text("/atom:feed/atom:link[@rel='self']/@href"))
                .isEqualTo("https://news.example.com/feeds/sections/news/towns/atom.xml");
        assertThat(atom.text("/atom:feed/atom:link[@rel='self']/@type")).isEqualTo("application/atom+xml");
        assertThat(atom.text("/atom:feed/atom:link[@rel='alternate']/@href"))
                .isEqualTo("https://news.example.com/news/towns/");
    }

    @Test
    void everyEntryHasIdTitleAndBothDates() {
        FeedFixture.EntryFixture revised = entry("b");
        revised.updated = FeedFixture.TUESDAY;

        XmlReading atom = read(entry("a"), revised);

        assertThat(atom.texts("/atom:feed/atom:entry/atom:id"))
                .containsExactly("tag:example.com,2026-03-02:a", "tag:example.com,2026-03-02:b");
        assertThat(atom.texts("/atom:feed/atom:entry/atom:title")).containsExactly("稿件a", "稿件b");
        assertThat(atom.texts("/atom:feed/atom:entry/atom:published"))
                .containsExactly("2026-03-02T09:00:00+08:00", "2026-03-02T09:00:00+08:00");
        assertThat(atom.texts("/atom:feed/atom:entry/atom:updated"))
                .containsExactly("2026-03-02T09:00:00+08:00", "2026-03-04T01:30:05+08:00");
    }

    @Test
    void everyAuthorIsPersonOfHisOwn() {
        assertThat(read(entry("a")).texts("/atom:feed/atom:entry/atom:author/atom:name"))
                .containsExactly("张泽青", "杨郭");
    }

    @Test
    void textAndTitleAndSummaryAreHtml() {
        XmlReading atom = read(awkward("a"));

        assertThat(atom.text("/atom:feed/atom:entry/atom:content/@type")).isEqualTo("html");
        assertThat(atom.text("/atom:feed/atom:entry/atom:content")).isEqualTo("<p>" + AWKWARD + "</p>");
        assertThat(Jsoup.parse(atom.text("/atom:feed/atom:entry/atom:summary")).text())
                .isEqualTo(AWKWARD);
        assertThat(atom.texts("/atom:feed/atom:entry/atom:summary/@type | /atom:feed/atom:entry/atom:title/@type"))
                .hasSize(2)
                .containsOnly("html");
    }

    @Test
    void awkwardTextSurvivesAsText() {
        fixture.title = AWKWARD;

        XmlReading atom = read(awkward("a"));

        assertThat(atom.text("/atom:feed/atom:title")).isEqualTo(AWKWARD);
        assertThat(Jsoup.parse(atom.text("/atom:feed/atom:entry/atom:title")).text())
                .isEqualTo(AWKWARD);
        assertThat(atom.text("/atom:feed/atom:entry/atom:author/atom:name")).isEqualTo(AWKWARD);
    }

    @Test
    void entryThatMayOnlyShowItsSummaryHasLinkInsteadOfText() {
        FeedFixture.EntryFixture entry = entry("a");
        entry.content = null;

        XmlReading atom = read(entry);

        assertThat(atom.names("//atom:content")).isEmpty();
        assertThat(atom.text("/atom:feed/atom:entry/atom:summary")).isEqualTo("金黄的稻谷晒满了场院。");
        assertThat(atom.text("/atom:feed/atom:entry/atom:link[@rel='alternate']/@href"))
                .isEqualTo("https://news.example.com/articles/a");
    }

    @Test
    void everyEnclosureIsThereWithItsLength() {
        XmlReading atom = read(rich("a"));

        assertThat(atom.texts("/atom:feed/atom:entry/atom:link[@rel='enclosure']/@href"))
                .containsExactly("https://cdn.example.com/a.mp4", "https://cdn.example.com/a.mp3");
        assertThat(atom.texts("/atom:feed/atom:entry/atom:link[@rel='enclosure']/@length"))
                .startsWith("7000000000");
    }

    @Test
    void licenceAndSourceAreLinks() {
        XmlReading atom = read(rich("a"));

        assertThat(atom.text("/atom:feed/atom:entry/atom:link[@rel='license']/@href"))
                .isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        assertThat(atom.text("/atom:feed/atom:entry/atom:link[@rel='via']/@href"))
                .isEqualTo("https://xinhua.example.com/1");
    }

    @Test
    void whatWasWithdrawnHasTombstone() {
        fixture.withdrawn("tag:example.com,2026-03-02:x", FeedFixture.TUESDAY);

        XmlReading atom = read(entry("a"));

        assertThat(atom.text("/atom:feed/at:deleted-entry/@ref")).isEqualTo("tag:example.com,2026-03-02:x");
        assertThat(atom.text("/atom:feed/at:deleted-entry/@when")).isEqualTo("2026-03-04T01:30:05+08:00");
    }

    @Test
    void feedWithoutEntriesIsFeedAllTheSame() {
        XmlReading atom = read();

        assertThat(atom.names("/atom:feed/atom:entry")).isEmpty();
        assertThat(atom.names("/atom:feed/atom:updated")).hasSize(1);
        assertThat(atom.names("/atom:feed/at:deleted-entry")).isEmpty();
    }

    private XmlReading read(FeedFixture.EntryFixture... entries) {
        List.of(entries).forEach(fixture::with);
        return XmlReading.of(FeedFormat.ATOM.write(fixture.feed()));
    }
}
