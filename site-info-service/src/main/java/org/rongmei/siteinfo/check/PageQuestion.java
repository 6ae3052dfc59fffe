// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Text;

/**
 * A page to be looked at, as HTML or by its address: one of the two.
 *
 * @param site whose register the page is compared with; with none when absent
 * @param pageKind {@code home} when absent: it is what the laws speak of
 * @param at the moment whose laws and whose register count; now when absent
 */
public record PageQuestion(
        @Nullable String html,
        @Text(max = 2_000) @Nullable String url,
        @Text(max = 64) @Nullable String site,
        @Pattern(regexp = "home|article|other") @Nullable String pageKind,
        @Nullable String at) {}
