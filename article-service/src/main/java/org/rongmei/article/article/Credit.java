// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import org.rongmei.kit.Text;

/** One name under an article and what its bearer did: 记者 张泽青. */
public record Credit(
        @Text(max = 40) String role,
        @Text(max = 80, required = true) String name) {

    public Credit {
        role = role == null ? "" : role.strip();
        name = name == null ? "" : name.strip();
    }
}
