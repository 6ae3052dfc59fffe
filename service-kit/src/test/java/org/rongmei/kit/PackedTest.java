// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackedTest {

    private static final byte[] TEXT = "稻子收完了，梯田里又灌上了水。\n".repeat(500).getBytes(StandardCharsets.UTF_8);

    static Stream<Packed> documents() {
        return Stream.of(Packed.quickly(TEXT), Packed.tightly(TEXT));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyCodingIsTheSameDocument(Packed packed) throws IOException {
        byte[] gzip = packed.body(ContentCoding.GZIP);

        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes())
                .isEqualTo(TEXT)
                .isEqualTo(packed.body(ContentCoding.IDENTITY));
        assertThat(gzip).hasSizeLessThan(TEXT.length);
        assertThat(packed.size()).isGreaterThanOrEqualTo(TEXT.length + gzip.length);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void brotliIsTheSameDocumentInFewerBytes(Packed packed) throws IOException {
        Assumptions.assumeTrue(Brotli.isAvailable(), "There is no encoder for this machine");
        byte[] brotli = packed.body(ContentCoding.BROTLI);

        assertThat(new BrotliInputStream(new ByteArrayInputStream(brotli)).readAllBytes())
                .isEqualTo(TEXT);
        assertThat(brotli).hasSizeLessThan(packed.body(ContentCoding.GZIP).length);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void tagOfAnyCodingIsRecognised(Packed packed) {
        for (ContentCoding coding : ContentCoding.values()) {
            assertThat(Conditional.isUnmodified(packed.tag(coding), null, packed.etag(), null))
                    .isTrue();
        }
        assertThat(packed.tag(ContentCoding.GZIP)).isNotEqualTo(packed.etag());
    }

    @Test
    void whatIsSentOnceIsNotPacked() {
        Packed plain = Packed.plain(TEXT);

        assertThat(plain.coding("gzip, br")).isEqualTo(ContentCoding.IDENTITY);
        assertThat(Packed.quickly(TEXT).coding("gzip")).isEqualTo(ContentCoding.GZIP);
    }
}
