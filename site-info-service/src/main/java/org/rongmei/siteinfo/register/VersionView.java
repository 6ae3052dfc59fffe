// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who changed a register, when and why. */
public record VersionView(
        int version,
        Instant validFrom,
        Instant recordedAt,
        String recordedBy,
        @Nullable String reason) {}
