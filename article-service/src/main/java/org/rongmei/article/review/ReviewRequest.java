// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.review;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Text;

/** What a reviewer sends, for the stage that the article is at. */
public record ReviewRequest(
        @NotNull @Pattern(regexp = "approve|return") String verdict,
        @Text(max = 500) @Nullable String note) {

    public Verdict decided() {
        return Verdict.find(verdict).orElseThrow(() -> new IllegalStateException("Not checked: " + verdict));
    }
}
