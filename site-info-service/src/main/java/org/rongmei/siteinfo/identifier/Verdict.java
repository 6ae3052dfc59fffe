// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.identifier;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongmei.siteinfo.Finding;

/** What is to be said of one number. {@code normalized} is how to write it, and is there only when it is valid. */
public record Verdict(
        IdentifierKind kind, String text, @Nullable String normalized, List<Finding> findings) {

    /** On the wire: see contracts/verdict.json. */
    @JsonbNillable
    public record View(
            String kind,
            String text,
            boolean valid,
            @Nullable String normalized,
            List<Finding.View> findings) {}

    public boolean isValid() {
        return normalized != null;
    }

    public Stream<Finding> errors() {
        return findings.stream().filter(Finding::isError);
    }

    View in(Locale language) {
        return new View(
                kind.toString(),
                text,
                isValid(),
                normalized,
                findings.stream().map(finding -> finding.in(language)).toList());
    }
}
