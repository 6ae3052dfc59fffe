// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** How many items a page of a list has. */
public final class Limit {

    private static final int USUAL = 20;
    private static final int MOST = 100;

    private Limit() {}

    /** @throws Problem 400 for what is no number or out of bounds: it is never clamped */
    public static int of(@Nullable String text) {
        if (text == null) {
            return USUAL;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw bad();
        }
        throw bad();
    }

    private static Problem bad() {
        return Problem.badRequest(
                "limit", Sentence.of("limit 应为 1 到 %d 的整数。", "limit takes a number from 1 to %d.", MOST));
    }
}
