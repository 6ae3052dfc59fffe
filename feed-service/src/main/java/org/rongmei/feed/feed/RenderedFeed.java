// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.rongmei.kit.ContentCoding;
import org.rongmei.kit.Packed;

/**
 * A feed as it goes out: its bytes, with the headers that are the same for everybody.
 *
 * @param instance what is in it, for those who want to know what is new since
 * @param news what is new since earlier instances, by their tags, as far as somebody has asked
 */
public record RenderedFeed(
        Feed feed,
        String contentType,
        Packed packed,
        Instant lastModified,
        String lastModifiedHeader,
        String caching,
        Instance instance,
        ConcurrentMap<String, RenderedFeed> news) {

    /** RFC 9110, 5.6.7: two digits for the day, where Java's RFC_1123_DATE_TIME is content with one. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    static RenderedFeed of(Feed feed, FeedFormat format) {
        Packed packed = Packed.tightly(format.write(feed));
        return new RenderedFeed(
                feed,
                format.contentType(),
                packed,
                feed.dates().changed(),
                HTTP_DATE.format(feed.dates().changed().atOffset(ZoneOffset.UTC)),
                caching(feed),
                Instance.of(packed.etag(), feed),
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
        return packed.body(ContentCoding.IDENTITY);
    }

    /** Of the plain bytes. */
    String etag() {
        return packed.etag();
    }

    /** Bytes that it takes on the shelf, with about as much again for the values it was made of. */
    long size() {
        return packed.size() + 2L * plain().length + 2_000;
    }
}
