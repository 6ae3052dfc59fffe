// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.validation.constraints.Pattern;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Text;
import org.rongmei.kit.WebAddress;

/**
 * Who owns it and who may have it. {@code syndication}: {@code public} (full text to everyone), {@code partners} (full
 * text under contract) or {@code none} (summary and link).
 */
public record Rights(
        @Text(max = 200) @Nullable String holder,
        @Text(max = 1000) @Nullable String statement,
        @WebAddress @Nullable URI licence,

        @Pattern(regexp = "public|partners|none") @Nullable String syndication) {

    static final String PUBLIC = "public";
    static final String NONE = "none";
    static final Rights UNSTATED = new Rights(null, null, null, null);

    /** What holds when nobody says otherwise: a reprint is not ours to give away. */
    Rights orDefault(String kind) {
        String fallback = kind.equals(ArticleDraft.REPRINT) ? NONE : PUBLIC;
        return new Rights(holder, statement, licence, syndication == null ? fallback : syndication);
    }
}
