// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.rongmei.kit.Conditional;

/** A feed as it goes out: the bytes of each encoding, with the headers that a conditional request asks for. */
public record RenderedFeed(
        String contentType, byte[] plain, byte[] gzip, String etag, Instant lastModified, String lastModifiedHeader) {

    /** RFC 9110, 5.6.7: two digits for the day, where Java's RFC_1123_DATE_TIME is content with one. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    static RenderedFeed of(Feed feed, FeedFormat format) {
        byte[] plain = format.write(feed);
        return new RenderedFeed(
                format.contentType(),
                plain,
                compress(plain),
                Conditional.etag(plain),
                feed.dates().changed(),
                HTTP_DATE.format(feed.dates().changed().atOffset(ZoneOffset.UTC)));
    }

    /** Bytes that it takes on the shelf, with about as much again for what holds them. */
    long size() {
        return plain.length + gzip.length + 2_000;
    }

    /** A strong tag names bytes, so every encoding has its own (RFC 9110, 8.8.3.3). */
    String gzipEtag() {
        return etag.substring(0, etag.length() - 1) + "-gzip\"";
    }

    private static byte[] compress(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 3);
        try (GZIPOutputStream gzip = new BestGzip(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory cannot be compressed", e);
        }
        return bytes.toByteArray();
    }

    /** Done once per change, so it may take its time. */
    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(ByteArrayOutputStream bytes) throws IOException {
            super(bytes);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
