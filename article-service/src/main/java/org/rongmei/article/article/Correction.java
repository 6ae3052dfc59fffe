// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Instant;

/** A public notice of what was wrong. */
public record Correction(Instant at, String text) {

    private static final Jsonb JSON = JsonbBuilder.create();

    static Correction[] listOf(String json) {
        return JSON.fromJson(json, Correction[].class);
    }
}
