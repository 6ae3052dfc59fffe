// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.staff;

import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Text;

/** What a chief-editor writes down about somebody. */
public record StaffDraft(
        @Text(max = 80, required = true) String name,

        @Schema(description = "In the newsroom: 记者, 责任编辑, 总编辑") @Text(max = 80) @Nullable
        String position,

        @Valid @Nullable PressCard pressCard,

        @Schema(description = "False for whoever has left; what they reviewed stays reviewed") @Nullable
        Boolean active) {}
