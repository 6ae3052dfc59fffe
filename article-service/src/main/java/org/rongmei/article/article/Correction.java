// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Instant;
import java.util.stream.Stream;

/** A public notice of what was wrong. */
public record Correction(Instant at, String text) {

    private static final Jsonb JSON = JsonbBuilder.create();

    static Correction[] listOf(String json) {
        return JSON.fromJson(json, Correction[].class);
    }

    static String append(String json, Correction latest) {
        return JSON.toJson(
                Stream.concat(Stream.of(listOf(json)), Stream.of(latest)).toArray(Correction[]::new));
    }
}
