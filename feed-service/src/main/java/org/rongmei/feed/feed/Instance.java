// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.rongmei.kit.Conditional;

/**
 * What was in a feed once: enough to tell what is new since (RFC 3229), and no word of it.
 *
 * @param etag of its plain bytes
 * @param fingerprints of its entries and tombstones, in order
 */
record Instance(String etag, long[] fingerprints) {

    static Instance of(String etag, Feed feed) {
        long[] fingerprints = Stream.concat(feed.entries().stream(), feed.tombstones().stream())
                .mapToLong(Instance::fingerprint)
                .sorted()
                .toArray();
        return new Instance(etag, fingerprints);
    }

    boolean has(Record part) {
        return Arrays.binarySearch(fingerprints, fingerprint(part)) >= 0;
    }

    /** What of this feed was not there. */
    Feed newSince(Feed feed) {
        return feed.with(
                feed.entries().stream().filter(entry -> !has(entry)).toList(),
                feed.tombstones().stream().filter(tombstone -> !has(tombstone)).toList());
    }

    private static long fingerprint(Record part) {
        return ByteBuffer.wrap(Conditional.sha256(part.toString().getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
