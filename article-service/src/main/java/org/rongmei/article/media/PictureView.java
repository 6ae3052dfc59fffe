// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.SortedId;

/** A picture as a client sees it; renditions are paths below this service. */
public record PictureView(
        String id,
        String type,
        int width,
        int height,
        String alt,
        @Nullable String caption,
        @Nullable String credit,
        Instant uploadedAt,
        Map<String, String> renditions) {

    static PictureView of(Picture picture) {
        String id = SortedId.format(picture.id());
        Map<String, String> renditions = new LinkedHashMap<>();
        Arrays.stream(Rendition.values())
                .forEach(rendition -> renditions.put(rendition.toString(), "/content/media/" + id + "/" + rendition));
        return new PictureView(
                id,
                picture.type(),
                picture.width(),
                picture.height(),
                picture.alt(),
                picture.caption().orElse(null),
                picture.credit().orElse(null),
                picture.uploadedAt(),
                renditions);
    }
}
