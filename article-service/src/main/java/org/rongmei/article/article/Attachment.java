// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Text;
import org.rongmei.kit.WebAddress;

/**
 * A video, a recording or a document by https reference: a page that came by https may load nothing less. The first one
 * becomes a feed's enclosure. Length in bytes.
 */
public record Attachment(
        @Pattern(regexp = "video|audio|document") @NotNull String kind,
        @NotNull @WebAddress(secure = true) URI url,
        @NotNull @Pattern(regexp = "[a-z]+/[A-Za-z0-9.+-]+") String type,
        @Min(0) long length,
        @Pattern(regexp = "PT[0-9HMS.]+") @Nullable String duration,
        @Text(max = 400) @Nullable String title,
        @WebAddress(secure = true) @Nullable URI poster) {}
