// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.audit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.bind.annotation.JsonbProperty;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of what was done, oldest first. */
public record AuditPage(
        List<Line> items,
        @JsonbProperty(nillable = true) @Nullable String next) {

    public record Line(
            Instant at,
            String login,
            String action,
            @Nullable String reason,
            JsonObject details) {

        public static Line of(AuditEntry entry) {
            try (JsonReader reader = Json.createReader(new StringReader(entry.details()))) {
                return new Line(entry.at(), entry.login(), entry.action(), entry.reason(), reader.readObject());
            }
        }
    }
}
