// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rongmei.kit.Conditional;

class RenderedFeedTest {

    @ParameterizedTest
    @EnumSource
    void bothEncodingsAreTheSameDocument(FeedFormat format) throws IOException {
        RenderedFeed rendered = RenderedFeed.of(feed("a"), format);

        byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(rendered.gzip())).readAllBytes();

        assertThat(unpacked).isEqualTo(rendered.plain()).isEqualTo(format.write(feed("a")));
        assertThat(rendered.contentType()).isEqualTo(format.contentType());
    }

    @Test
    void everyEncodingHasTagOfItsOwn() {
        RenderedFeed rendered = RenderedFeed.of(feed("a"), FeedFormat.RSS);

        assertThat(rendered.etag()).matches("\"[^\"]+\"");
        assertThat(rendered.gzipEtag()).matches("\"[^\"]+\"").isNotEqualTo(rendered.etag());
    }

    @Test
    void tagOfEitherEncodingIsRecognised() {
        RenderedFeed rendered = RenderedFeed.of(feed("a"), FeedFormat.RSS);

        assertThat(Conditional.isUnmodified(rendered.etag(), null, rendered.etag(), null))
                .isTrue();
        assertThat(Conditional.isUnmodified(rendered.gzipEtag(), null, rendered.etag(), null))
                .isTrue();
    }

    @Test
    void tagIsOfTheContentAndOfTheFormat() {
        String tag = RenderedFeed.of(feed("a"), FeedFormat.RSS).etag();

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

    private static Feed feed(String entry) {
        return new FeedFixture().with(FeedFixture.entry(entry)).feed();
    }
}
