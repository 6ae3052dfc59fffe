// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Text;

/** A picture in an article; words given here stand instead of the picture's own. */
public record ImageUse(
        @NotNull String id,
        @Text(max = 400) @Nullable String alt,
        @Text(max = 1000) @Nullable String caption,
        @Text(max = 100) @Nullable String credit) {}
