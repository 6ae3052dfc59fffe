// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongmei.feed.feed.FeedAddress.Subject.AUTHOR;
import static org.rongmei.feed.feed.FeedAddress.Subject.SECTION;
import static org.rongmei.feed.feed.FeedAddress.Subject.SITE;
import static org.rongmei.feed.feed.FeedAddress.Subject.TAG;

import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedAddressTest {

    static Stream<FeedAddress> addresses() {
        return Stream.of(
                new FeedAddress(SITE, "", false),
                new FeedAddress(SITE, "", true),
                new FeedAddress(SECTION, "news", false),
                new FeedAddress(SECTION, "news/qinglan/towns", true),
                new FeedAddress(TAG, "秋收", false),
                new FeedAddress(TAG, "C++ & 100% #1?", true),
                new FeedAddress(TAG, "𠅤😀", false),
                new FeedAddress(AUTHOR, "张 泽青", false),
                new FeedAddress(AUTHOR, "rss.xml", false));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void pathLeadsBackToTheFeed(FeedAddress address) {
        for (FeedFormat format : FeedFormat.values()) {
            URI path = URI.create(address.path(format));

            String below = path.getPath().substring("/feeds".length());
            assertThat(FeedAddress.find(below, "content=summary".equals(path.getQuery())))
                    .contains(new FeedAddress.Document(address, format));
        }
    }

    @Test
    void pathIsPercentEncoded() {
        assertThat(new FeedAddress(TAG, "秋收 a+b", false).path(FeedFormat.RSS))
                .isEqualTo("/feeds/tags/%E7%A7%8B%E6%94%B6%20a%2Bb/rss.xml");
        assertThat(new FeedAddress(SITE, "", true).path(FeedFormat.JSON)).isEqualTo("/feeds/feed.json?content=summary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/rss",
                "/index.xml",
                "/RSS.xml",
                "/tags/秋收/",
                "/tags/秋收",
                "/tags/rss.xml",
                "/tags//rss.xml",
                "/tags/a/b/rss.xml",
                "/authors/a/b/atom.xml",
                "/sections/rss.xml",
                "/sections//rss.xml",
                "/articles/x/rss.xml",
                "/news/rss.xml",
                "//rss.xml"
            })
    void anythingElseIsNoFeed(String path) {
        assertThat(FeedAddress.find(path, false)).isEmpty();
    }

    @Test
    void personIsSentToThePageOfTheSameThing() {
        assertThat(new FeedAddress(SITE, "", true).pagePath()).isEqualTo("/");
        assertThat(new FeedAddress(SECTION, "news/towns", false).pagePath()).isEqualTo("/news/towns/");
        assertThat(new FeedAddress(TAG, "秋收", false).pagePath()).isEqualTo("/tags/%E7%A7%8B%E6%94%B6/");
        assertThat(new FeedAddress(AUTHOR, "a b", false).pagePath()).isEqualTo("/authors/a%20b/");
    }
}
