// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rongmei.kit.Conditional;

class RenderedFeedTest {

    @ParameterizedTest
    @EnumSource
    void everyCodingIsTheSameDocument(FeedFormat format) throws IOException {
        RenderedFeed rendered = RenderedFeed.of(feed("a"), format);

        byte[] unpacked =
                new GZIPInputStream(new ByteArrayInputStream(rendered.body(ContentCoding.GZIP))).readAllBytes();

        assertThat(unpacked).isEqualTo(rendered.plain()).isEqualTo(format.write(feed("a")));
        assertThat(rendered.contentType()).isEqualTo(format.contentType());
    }

    @ParameterizedTest
    @EnumSource
    void brotliIsTheSameDocumentInFewerBytes(FeedFormat format) throws IOException {
        Assumptions.assumeTrue(Brotli.isAvailable(), "There is no encoder for this machine");
        RenderedFeed rendered = RenderedFeed.of(feed("a"), format);

        byte[] packed = rendered.body(ContentCoding.BROTLI);
        byte[] unpacked = new BrotliInputStream(new ByteArrayInputStream(packed)).readAllBytes();

        assertThat(unpacked).isEqualTo(rendered.plain());
        assertThat(packed).hasSizeLessThan(rendered.body(ContentCoding.GZIP).length);
    }

    @Test
    void brotliIsThereWhereThePackageBringsIt() {
        boolean ours = System.getProperty("os.name").equals("Linux")
                && (System.getProperty("os.arch").equals("amd64")
                        || System.getProperty("os.arch").equals("aarch64"));

        assertThat(Brotli.isAvailable() || !ours).isTrue();
    }

    @Test
    void tagOfAnyCodingIsRecognised() {
        RenderedFeed rendered = RenderedFeed.of(feed("a"), FeedFormat.RSS);

        for (ContentCoding coding : ContentCoding.values()) {
            assertThat(Conditional.isUnmodified(coding.tag(rendered.etag()), null, rendered.etag(), null))
                    .isTrue();
        }
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
