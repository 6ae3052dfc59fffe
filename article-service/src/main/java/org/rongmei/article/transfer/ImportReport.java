// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.transfer;

import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far an import has got, and what became of its items, in the order of the file. */
public record ImportReport(
        String id,
        String state,
        String type,
        @Nullable String section,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        long total,
        long done,
        Counts counts,
        List<Line> items,
        @JsonbProperty(nillable = true) @Nullable String next) {

    /** {@code changed}: taken without something that cannot be kept; {@code known}: here already and left alone. */
    public record Counts(long taken, long changed, long known, long refused) {}

    /** One item of the file; {@code number} counts from 1. */
    public record Line(
            long number,
            String outcome,
            @Nullable String uri,
            @Nullable String title,
            @Nullable String articleId,
            @Nullable String detail) {}
}
