// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The fields of an upload, for the description of the API alone: their bytes are read part by part. */
@Schema(requiredProperties = {"file", "alt"})
public record PictureUpload(
        @Schema(type = SchemaType.STRING, format = "binary") String file,
        String alt,
        @Nullable String caption,
        @Nullable String credit) {}
