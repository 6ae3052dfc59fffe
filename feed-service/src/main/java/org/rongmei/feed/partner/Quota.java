// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.partner;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often a partner may ask.
 *
 * @param requests in each period, 1 to 10,000,000
 * @param per {@code hour} or {@code day}, by the clock (UTC)
 */
public record Quota(int requests, @Nullable String per) {

    static final int MOST = 10_000_000;

    boolean isPossible() {
        return requests >= 1 && requests <= MOST && ("hour".equals(per) || "day".equals(per));
    }

    public Duration period() {
        return "day".equals(per) ? Duration.ofDays(1) : Duration.ofHours(1);
    }

    /** When the period began that this moment belongs to. */
    public Instant periodOf(Instant moment) {
        long seconds = period().toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), seconds) * seconds);
    }
}
