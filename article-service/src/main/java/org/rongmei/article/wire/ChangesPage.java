// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.wire;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of the change log. {@code log} names it; {@code last} is its head. See contracts/changes.json. */
public record ChangesPage(
        String log,
        List<ChangeItem> items,
        long last,
        @JsonbProperty(nillable = true) @Nullable String next) {}
