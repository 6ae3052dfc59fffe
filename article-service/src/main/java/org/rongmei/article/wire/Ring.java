// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.SortedId;
import org.rongmei.article.change.Change;

/** What the bell says: that there is a line, not what it is about. */
public record Ring(
        long sequence,
        String kind,
        @Nullable String articleId,
        @Nullable String sectionId,
        Instant at) {

    static Ring of(Change line) {
        return new Ring(
                line.sequence(),
                line.kind().toString(),
                line.articleId().map(SortedId::format).orElse(null),
                line.sectionId().map(SortedId::format).orElse(null),
                line.at());
    }
}
