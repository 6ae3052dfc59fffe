// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.partner;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A new credential with its token: shown this once, and never again. */
public record IssuedCredential(
        String id, String token, Instant issuedAt, @Nullable Instant validTo) {}
