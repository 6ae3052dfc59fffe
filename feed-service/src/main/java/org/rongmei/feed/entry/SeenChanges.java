// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of article-service's change log. */
public record SeenChanges(
        String log,
        List<SeenChange> items,
        long last,
        @Nullable String next) {}
