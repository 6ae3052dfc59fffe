// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedServletTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "gzip, deflate, br",
                "br,GZIP",
                "deflate, gzip;q=1.0, *;q=0.5",
                "gzip ; q=0.001",
                "*",
                "br;q=1, *;q=0.1",
                "*;q=0, gzip"
            })
    void whoeverTakesGzipGetsIt(String acceptEncoding) {
        assertThat(FeedServlet.acceptsGzip(acceptEncoding)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "identity",
                "br, deflate",
                "gzip;q=0",
                "gzip; q=0.0",
                "gzip;Q=0.000, *",
                "*;q=0",
                "*, gzip;q=0",
                "x-gzippy",
                ";",
                ", ;q=1"
            })
    void whoeverDoesNotGetsItPlain(String acceptEncoding) {
        assertThat(FeedServlet.acceptsGzip(acceptEncoding)).isFalse();
    }

    @Test
    void whoeverSaysNothingGetsItPlain() {
        assertThat(FeedServlet.acceptsGzip(null)).isFalse();
    }
}
