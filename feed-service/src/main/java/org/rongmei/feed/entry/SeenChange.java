// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of article-service's change log. See contracts/changes.json. */
public record SeenChange(
        long sequence,
        String kind,
        @Nullable String articleId,
        @Nullable String sectionId,
        Instant at,
        @Nullable JsonObject article,
        @Nullable SeenSection section) {

    /** A section in the log. */
    public record SeenSection(String id, String path, String name, int position, boolean hidden) {}
}
