// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has an article, or what a partner has.
 *
 * @param lastAskedAt when the partner last asked for anything, if it is a partner's list
 * @param withdrawnAt when the article was withdrawn, if it is an article's list and it is
 */
public record DeliveryList(
        @Nullable Instant lastAskedAt,
        @Nullable Instant withdrawnAt,
        List<DeliveryView> items,
        @Nullable String next) {}
