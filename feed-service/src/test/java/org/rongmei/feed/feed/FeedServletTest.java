// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedServletTest {

    @ParameterizedTest
    @ValueSource(strings = {"feed", "FEED", "vcdiff, feed", "feed;q=0.5", "gzip,feed ; q=1"})
    void whoeverTakesDeltasGetsThem(String manipulations) {
        assertThat(FeedServlet.namesFeed(manipulations)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "vcdiff", "feed;q=0", "feed; q=0.000", "feeds", ","})
    void whoeverDoesNotGetsTheFeed(String manipulations) {
        assertThat(FeedServlet.namesFeed(manipulations)).isFalse();
    }
}
