// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** How often there is something new, and so how long a reader may wait before it asks again. Never of the time of day. */
final class Cadence {

    static final Duration SHORTEST = Duration.ofMinutes(1);
    static final Duration LONGEST = Duration.ofMinutes(15);
    /** Where there is too little to tell. */
    static final Duration UNKNOWN = Duration.ofMinutes(5);

    private static final int LOOKED_AT = 20;
    /** Of the usual pause between two articles. */
    private static final int PART = 4;

    private Cadence() {}

    static Duration maxAge(List<Feed.Entry> entries) {
        List<Instant> newest = entries.stream()
                .map(Feed.Entry::published)
                .sorted(Comparator.reverseOrder())
                .limit(LOOKED_AT)
                .toList();
        if (newest.size() < 2) {
            return UNKNOWN;
        }
        Duration usual = Duration.between(newest.get(newest.size() - 1), newest.get(0))
                .dividedBy(newest.size() - 1L)
                .dividedBy(PART);
        if (usual.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return usual.compareTo(LONGEST) > 0 ? LONGEST : Duration.ofSeconds(usual.toSeconds());
    }
}
