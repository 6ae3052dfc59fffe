// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110, section 12.5.3. */
class ContentCodingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br | BROTLI",
                "br, GZIP | BROTLI",
                "BR | BROTLI",
                "gzip | GZIP",
                "x-gzip | GZIP",
                "gzip ; q=0.001 | GZIP",
                "br;q=0.5, gzip;q=0.8 | GZIP",
                "br;q=0.5, gzip;q=0.5 | BROTLI",
                "br;q=0, * | GZIP",
                "br;q=0.2, *;q=0.1, gzip;q=0 | BROTLI",
                "* | BROTLI",
                "*;q=0, gzip | GZIP",
                "gzip;q=huge | GZIP",
                "gzip;q=0.5, identity | IDENTITY",
                "gzip;q=0.5, identity;q=0.4 | GZIP",
                "identity;q=0.5, *;q=0 | IDENTITY",
                "identity | IDENTITY",
                "deflate, zstd | IDENTITY",
                "gzip;q=0 | IDENTITY",
                "gzip; Q=0.000, br;q=0.0 | IDENTITY",
                "*;q=0 | IDENTITY",
                "x-gzippy | IDENTITY",
                "; | IDENTITY",
                ", ;q=1 | IDENTITY"
            })
    void readerGetsWhatItLikesBest(String acceptEncoding, ContentCoding coding) {
        assertThat(ContentCoding.preferred(acceptEncoding, true)).isEqualTo(coding);
    }

    @Test
    void whoeverSaysNothingGetsItPlain() {
        assertThat(ContentCoding.preferred(null, true)).isEqualTo(ContentCoding.IDENTITY);
        assertThat(ContentCoding.preferred(" ", true)).isEqualTo(ContentCoding.IDENTITY);
    }

    @Test
    void withoutAnEncoderForBrotliGzipHasToDo() {
        assertThat(ContentCoding.preferred("br, gzip;q=0.1", false)).isEqualTo(ContentCoding.GZIP);
        assertThat(ContentCoding.preferred("br", false)).isEqualTo(ContentCoding.IDENTITY);
    }

    @Test
    void everyCodingHasTagOfItsOwn() {
        assertThat(Arrays.stream(ContentCoding.values()).map(coding -> coding.tag("\"a\"")))
                .containsExactly("\"a-br\"", "\"a-gzip\"", "\"a\"");
    }
}
