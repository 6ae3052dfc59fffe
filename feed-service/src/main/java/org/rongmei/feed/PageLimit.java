// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed;

import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** How many items of a list are on a page. */
public final class PageLimit {

    private static final int USUAL = 20;

    private PageLimit() {}

    /**
     * @param limit as it was asked for
     * @throws Problem 400 for what is not 1 to 100
     */
    public static int of(@Nullable String limit) {
        if (limit == null) {
            return USUAL;
        }
        if (limit.matches("[1-9][0-9]?|100")) {
            return Integer.parseInt(limit);
        }
        throw Problem.badRequest("limit", Sentence.of("limit 是 1 到 100。", "limit is 1 to 100."));
    }
}
