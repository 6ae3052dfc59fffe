// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.partner;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A new token.
 *
 * @param overlapHours so long the tokens that there are stay good beside it, 0 to 720; 24 when it is left out
 * @param validTo the new one ends; without one it ends with the contract
 */
public record CredentialDraft(
        @Nullable Integer overlapHours, @Nullable Instant validTo) {}
