// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.partner;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Text;

/**
 * What was agreed with a partner, as the chief-editor sends it.
 *
 * @param sections paths, each with everything below it, or {@code *} alone for all sections
 * @param kinds {@code original}, {@code reprint} or both
 * @param syndication up to which {@code rights.syndication} the text is included: {@code public} or {@code partners}
 * @param validFrom the contract begins; now when it is left out
 * @param validTo it ends; without one it does not
 * @param quota without one the partner may ask as often as it likes
 */
public record PartnerDraft(
        @Text(max = 200, required = true) @Nullable String name,
        @Text(max = 500) @Nullable String contact,
        @Nullable List<@Nullable String> sections,
        @Nullable List<@Nullable String> kinds,
        @Nullable String syndication,
        @Nullable Instant validFrom,
        @Nullable Instant validTo,
        @Nullable Quota quota) {}
