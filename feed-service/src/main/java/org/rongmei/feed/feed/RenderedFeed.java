// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Conditional;

/**
 * A feed as it goes out: the bytes of each coding, with the headers that are the same for everybody.
 *
 * @param tags the strong entity tag of each coding
 * @param etag of the plain bytes; each coding has one that is made of it
 * @param instance what is in it, for those who want to know what is new since
 * @param news what is new since earlier instances, by their tags, as far as somebody has asked
 */
public record RenderedFeed(
        Feed feed,
        String contentType,
        Map<ContentCoding, byte[]> bodies,
        Map<ContentCoding, String> tags,
        String etag,
        Instant lastModified,
        String lastModifiedHeader,
        String caching,
        Instance instance,
        ConcurrentMap<String, RenderedFeed> news) {

    /** RFC 9110, 5.6.7: two digits for the day, where Java's RFC_1123_DATE_TIME is content with one. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    static RenderedFeed of(Feed feed, FeedFormat format) {
        byte[] plain = format.write(feed);
        String etag = Conditional.etag(plain);
        Map<ContentCoding, byte[]> bodies = new EnumMap<>(ContentCoding.class);
        bodies.put(ContentCoding.IDENTITY, plain);
        bodies.put(ContentCoding.GZIP, gzip(plain));
        if (Brotli.isAvailable()) {
            bodies.put(ContentCoding.BROTLI, Brotli.compress(plain));
        }
        Map<ContentCoding, String> tags = new EnumMap<>(ContentCoding.class);
        bodies.keySet().forEach(coding -> tags.put(coding, coding.tag(etag)));
        return new RenderedFeed(
                feed,
                format.contentType(),
                bodies,
                tags,
                etag,
                feed.dates().changed(),
                HTTP_DATE.format(feed.dates().changed().atOffset(ZoneOffset.UTC)),
                caching(feed),
                Instance.of(etag, feed),
                new ConcurrentHashMap<>());
    }

    /**
     * A shared cache keeps it for 30 seconds and, should we be away, for 30 more: after a minute nobody gets from it what
     * was withdrawn. How long a reader waits is its own affair, so it is told how often there is something new.
     */
    private static String caching(Feed feed) {
        return "public, max-age=" + Cadence.maxAge(feed.entries()).toSeconds() + ", s-maxage=30, stale-if-error=30";
    }

    byte[] plain() {
        return body(ContentCoding.IDENTITY);
    }

    byte[] body(ContentCoding coding) {
        return bodies.getOrDefault(coding, new byte[0]);
    }

    String tag(ContentCoding coding) {
        return tags.getOrDefault(coding, etag);
    }

    ContentCoding coding(@Nullable String acceptEncoding) {
        return ContentCoding.preferred(acceptEncoding, bodies.containsKey(ContentCoding.BROTLI));
    }

    /** Bytes that it takes on the shelf, with about as much again for the values it was made of. */
    long size() {
        return bodies.values().stream().mapToLong(body -> body.length).sum() + 2L * plain().length + 2_000;
    }

    private static byte[] gzip(byte[] plain) {
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
