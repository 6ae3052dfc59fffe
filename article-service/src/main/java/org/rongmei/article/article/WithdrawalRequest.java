// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import org.rongmei.kit.Text;

/** Why an article has to go. The reason stays in the newsroom. */
public record WithdrawalRequest(
        @Text(max = 500, required = true) String reason) {}
