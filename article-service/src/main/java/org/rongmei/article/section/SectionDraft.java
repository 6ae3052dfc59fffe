// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.section;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Text;

/** What a chief-editor sends to create, rename, reorder, hide or move a section. */
public record SectionDraft(
        @Text(max = 40, required = true) @Schema(examples = {"镇街部门"})
        String name,

        @Min(0) @Max(100_000) @Nullable Integer position,

        @Nullable Boolean hidden,

        @Schema(description = "Another path, to move the section and everything below it") @Nullable
        String path) {}
