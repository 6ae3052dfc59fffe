// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is asking, as the server knows them, and what the newsroom has written down about them. */
public record Me(
        String login,
        List<String> roles,
        @Nullable String name,
        @Nullable String position,
        @Nullable PressCard pressCard,
        List<String> hints) {}
