// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.identifier;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.rongmei.kit.Text;

/** A number as somebody found it, and what it is said to be. */
public record IdentifierQuestion(
        @NotNull @Pattern(regexp = KINDS) String kind,
        @NotNull @Text(max = 200) String text) {

    static final String KINDS =
            "icp-record|icp-app|icp-mini-program|icp-licence|psb-record|news-licence|av-licence|uscc|postcode";
}
