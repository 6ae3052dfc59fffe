// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Text;

/** How to publish: at once, or with a past {@code at} and a {@code reason} as if it had been then. */
public record PublicationRequest(
        @Nullable Instant at,
        @Nullable Boolean emergency,
        @Nullable Boolean override,
        @Text(max = 500) @Nullable String reason) {

    static final PublicationRequest NOW = new PublicationRequest(null, null, null, null);
}
