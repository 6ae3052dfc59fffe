// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;
import org.rongmei.kit.Text;

/** A video, a recording or a document by https reference; the first one becomes a feed's enclosure. Length in bytes. */
public record Attachment(
        @Pattern(regexp = "video|audio|document") @NotNull String kind,
        @NotNull URI url,
        @NotNull @Pattern(regexp = "[a-z]+/[A-Za-z0-9.+-]+") String type,
        @Min(0) long length,
        @Pattern(regexp = "PT[0-9HMS.]+") @Nullable String duration,
        @Text(max = 400) @Nullable String title,
        @Nullable URI poster) {

    /** A page served by https may load nothing less. */
    void requireHttps() {
        if (!"https".equals(url.getScheme()) || (poster != null && !"https".equals(poster.getScheme()))) {
            throw Problem.unprocessable(
                    "attachments", Sentence.of("附件地址必须是 https。", "Attachments are referred to by https."));
        }
    }
}
