// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of the picture store, newest first. */
public record PicturePage(
        List<PictureView> items,
        @JsonbProperty(nillable = true) @Nullable String next) {}
