// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.audit;

import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of what was done, oldest first. */
public record AuditPage(
        List<Line> items,
        @JsonbProperty(nillable = true) @Nullable String next) {

    /**
     * @param login empty for what was done by the clock
     * @param name of who is behind the login, where that is written down
     */
    public record Line(
            Instant at,
            String login,
            @Nullable String name,
            String action,
            @Nullable String reason,
            JsonObject details) {

        public static Line of(AuditEntry entry, Map<String, String> names) {
            return new Line(
                    entry.at(),
                    entry.login(),
                    names.get(entry.login()),
                    entry.action(),
                    entry.reason().orElse(null),
                    entry.details());
        }
    }
}
