// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Text;

/** What a picture shows, for those who cannot see it and for those who can. */
public record PictureWords(
        @Text(max = 400, required = true) String alt,
        @Text(max = 1000) @Nullable String caption,
        @Text(max = 100) @Nullable String credit) {}
