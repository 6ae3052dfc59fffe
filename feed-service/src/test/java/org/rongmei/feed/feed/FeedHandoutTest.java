// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedHandoutTest {

    @ParameterizedTest
    @ValueSource(strings = {"feed", "FEED", "vcdiff, feed", "feed;q=0.5", "gzip,feed ; q=1"})
    void whoeverTakesDeltasGetsThem(String manipulations) {
        assertThat(FeedHandout.namesFeed(manipulations)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"feedparser/6.0.10 +https://github.com/kurtmckee/feedparser/", "rss2email/3.14 (https://example)"
            })
    void whoeverTakesNewsForAnErrorGetsTheFeed(String userAgent) {
        assertThat(FeedHandout.cannotTakeNews(userAgent)).isTrue();
        assertThat(FeedHandout.cannotTakeNews("newsboat/2.21.0 (Linux x86_64)")).isFalse();
        assertThat(FeedHandout.cannotTakeNews(null)).isFalse();
    }

    @Test
    void browserGetsXmlThatItShowsAndReadersTheExactType() {
        RenderedFeed rss = RenderedFeed.of(new FeedFixture().feed(), FeedFormat.RSS);
        RenderedFeed json = RenderedFeed.of(new FeedFixture().feed(), FeedFormat.JSON);

        assertThat(FeedHandout.type(rss, "document")).isEqualTo("application/xml; charset=utf-8");
        assertThat(FeedHandout.type(rss, null)).isEqualTo("application/rss+xml; charset=utf-8");
        assertThat(FeedHandout.type(rss, "empty")).isEqualTo("application/rss+xml; charset=utf-8");
        assertThat(FeedHandout.type(json, "document")).isEqualTo("application/feed+json; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "vcdiff", "feed;q=0", "feed; q=0.000", "feeds", ","})
    void whoeverDoesNotGetsTheFeed(String manipulations) {
        assertThat(FeedHandout.namesFeed(manipulations)).isFalse();
    }
}
