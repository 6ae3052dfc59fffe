// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import org.jspecify.annotations.Nullable;

/** Whether a text says anything: a no-break space, or a space that is not seen at all, does not. */
public final class Said {

    private Said() {}

    public static boolean isSaid(@Nullable String text) {
        return text != null && text.codePoints().anyMatch(Said::isSeen);
    }

    private static boolean isSeen(int codePoint) {
        return !Character.isWhitespace(codePoint)
                && !Character.isSpaceChar(codePoint)
                && !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.FORMAT;
    }
}
