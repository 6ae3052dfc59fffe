// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a partner has of an article.
 *
 * @param version that it was last given
 * @param way in which: a format of feeds, {@code ninjs}, {@code changes} or {@code article}
 * @param withdrawnAt when the article was withdrawn, if it is
 * @param goneAt when the partner heard that it must go: by a tombstone, or by a manifest without it
 * @param secondsUntilGone from the withdrawal until then
 */
public record DeliveryView(
        String partner,
        String uri,
        long version,
        Instant firstAt,
        Instant lastAt,
        long times,
        String way,
        @Nullable Instant withdrawnAt,
        @Nullable Instant goneAt,
        @Nullable String goneWay,
        @Nullable Long secondsUntilGone) {

    static DeliveryView of(Delivery delivery, @Nullable Instant withdrawnAt) {
        @Nullable Instant goneAt = delivery.goneAt();
        return new DeliveryView(
                delivery.login(),
                delivery.uri(),
                delivery.version(),
                delivery.firstAt(),
                delivery.lastAt(),
                delivery.times(),
                delivery.way(),
                withdrawnAt,
                goneAt,
                delivery.goneWay(),
                withdrawnAt == null || goneAt == null
                        ? null
                        : Math.max(0, Duration.between(withdrawnAt, goneAt).toSeconds()));
    }
}
