// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import org.rongmei.kit.Text;

/** What was wrong, as readers are told. */
public record CorrectionRequest(
        @Text(max = 500, required = true) String text) {}
