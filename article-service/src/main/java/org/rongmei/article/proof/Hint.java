// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.proof;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Sentence;

/**
 * Something to look at again.
 *
 * @param field of the article
 * @param paragraph of the body, from 0; null elsewhere
 * @param offset in the field or the paragraph, in UTF-16 code units of its text without markup
 */
public record Hint(
        String kind,
        Severity severity,
        String field,
        @Nullable Integer paragraph,
        int offset,
        String excerpt,
        Sentence message) {

    /** A figure that cannot be is a warning, what may be meant so is a hint. */
    public enum Severity {
        WARNING,
        INFO
    }

    /** On the wire. */
    @Schema(name = "Hint")
    public record View(
            String kind,
            String severity,
            String field,
            @Nullable Integer paragraph,
            int offset,
            String excerpt,
            String message) {}

    public View in(Locale language) {
        return new View(
                kind,
                severity.name().toLowerCase(Locale.ROOT),
                field,
                paragraph,
                offset,
                excerpt,
                message.in(language));
    }
}
