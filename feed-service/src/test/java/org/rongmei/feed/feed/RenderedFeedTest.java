// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rongmei.kit.Conditional;
import org.rongmei.kit.ContentCoding;

class RenderedFeedTest {

    @ParameterizedTest
    @EnumSource
    void whatGoesOutIsWhatTheWriterWrote(FeedFormat format) {
        RenderedFeed rendered = RenderedFeed.of(feed("a"), format);

        assertThat(rendered.plain()).isEqualTo(format.write(feed("a")));
        assertThat(rendered.packed().body(ContentCoding.GZIP)).isNotEmpty();
        assertThat(rendered.contentType()).isEqualTo(format.contentType());
    }

    @Test
    void brotliIsThereWhereThePackageBringsIt() {
        boolean ours = System.getProperty("os.name").equals("Linux")
                && (System.getProperty("os.arch").equals("amd64")
                        || System.getProperty("os.arch").equals("aarch64"));

        assertThat(RenderedFeed.of(feed("a"), FeedFormat.RSS).packed().body(ContentCoding.BROTLI).length > 0 || !ours)
                .isTrue();
    }

    @Test
    void tagIsOfTheContentAndOfTheFormat() {
        String tag = RenderedFeed.of(feed("a"), FeedFormat.RSS).etag();

        assertThat(tag).matches("\"[^\"]+\"");
        assertThat(RenderedFeed.of(feed("a"), FeedFormat.RSS).etag()).isEqualTo(tag);
        assertThat(RenderedFeed.of(feed("b"), FeedFormat.RSS).etag()).isNotEqualTo(tag);
        assertThat(RenderedFeed.of(feed("a"), FeedFormat.ATOM).etag()).isNotEqualTo(tag);
    }

    @Test
    void lastChangeIsAnHttpDate() {
        RenderedFeed rendered = RenderedFeed.of(feed("a"), FeedFormat.RSS);

        assertThat(rendered.lastModified()).isEqualTo(FeedFixture.TUESDAY);
        assertThat(rendered.lastModifiedHeader()).isEqualTo("Tue, 03 Mar 2026 17:30:05 GMT");
        assertThat(Conditional.isUnmodified(null, rendered.lastModifiedHeader(), "\"x\"", rendered.lastModified()))
                .isTrue();
    }

    @Test
    void sharedCachesKeepItForHalfAMinuteAndForAnotherWhenWeAreAway() {
        assertThat(RenderedFeed.of(feed("a"), FeedFormat.RSS).caching())
                .isEqualTo("public, max-age=300, s-maxage=30, stale-if-error=30");
    }

    private static Feed feed(String entry) {
        return new FeedFixture().with(FeedFixture.entry(entry)).feed();
    }
}
