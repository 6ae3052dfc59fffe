// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongmei.feed.feed.FeedFixture.awkward;
import static org.rongmei.feed.feed.FeedFixture.entry;
import static org.rongmei.feed.feed.FeedFixture.rich;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeedFormatTest {

    @Test
    void fileNameDecidesTheFormat() {
        assertThat(FeedFormat.find("rss.xml")).contains(FeedFormat.RSS);
        assertThat(FeedFormat.find("atom.xml")).contains(FeedFormat.ATOM);
        assertThat(FeedFormat.find("feed.json")).contains(FeedFormat.JSON);
        assertThat(FeedFormat.find("RSS.XML")).isEmpty();
        assertThat(FeedFormat.find("rss")).isEmpty();
        assertThat(FeedFormat.find("")).isEmpty();
    }

    @Test
    void mediaTypesAreThoseThatReadersLookFor() {
        assertThat(FeedFormat.RSS.contentType()).isEqualTo("application/rss+xml; charset=utf-8");
        assertThat(FeedFormat.ATOM.contentType()).isEqualTo("application/atom+xml; charset=utf-8");
        assertThat(FeedFormat.JSON.contentType()).isEqualTo("application/feed+json; charset=utf-8");
    }

    @Test
    void entryIsTheSameInEveryFormat() {
        Feed feed = feed();

        List<String> rss = XmlReading.of(FeedFormat.RSS.write(feed)).texts("/rss/channel/item/guid");
        List<String> atom = XmlReading.of(FeedFormat.ATOM.write(feed)).texts("/atom:feed/atom:entry/atom:id");
        List<String> json;
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(FeedFormat.JSON.write(feed)))) {
            json = reader.readObject().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                    .map(item -> item.getString("id"))
                    .toList();
        }

        assertThat(rss).hasSize(3).isEqualTo(atom).isEqualTo(json);
    }

    @ParameterizedTest
    @EnumSource
    void sameFeedIsTheSameBytes(FeedFormat format) {
        assertThat(format.write(feed())).isEqualTo(format.write(feed()));
    }

    @ParameterizedTest
    @EnumSource
    void machineOnTheOtherSideOfTheWorldWritesTheSameBytes(FeedFormat format) {
        byte[] here = format.write(feed());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        byte[] there;
        try {
            Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            there = format.write(feed());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }

        assertThat(there).isEqualTo(here);
    }

    @ParameterizedTest
    @EnumSource(names = {"RSS", "ATOM"})
    void prologNamesTheEncodingThatTheBytesHave(FeedFormat format) {
        String document = new String(format.write(feed()), StandardCharsets.UTF_8);

        assertThat(document)
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
                .contains("青岚新闻");
    }

    private static Feed feed() {
        return new FeedFixture()
                .with(rich("a"))
                .with(awkward("b"))
                .with(entry("c"))
                .withdrawn("tag:example.com,2026-03-02:x", FeedFixture.MONDAY)
                .feed();
    }
}
