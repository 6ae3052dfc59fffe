// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.identifier;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongmei.siteinfo.Finding;

/** 邮政编码: six digits, of which the first two say the province. Which ones say which is known from memory only. */
final class Postcode {

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

    private Postcode() {}

    static @Nullable String judge(String text, Consumer<Finding> found) {
        if (!SIX_DIGITS.matcher(text).matches()) {
            found.accept(
                    Finding.error("POSTCODE_MALFORMED", "邮政编码是6位数字。", "A postcode has six digits, and nothing else.")
                            .at(text));
            return null;
        }
        if (!Province.isPostalZone(text.substring(0, 2))) {
            found.accept(Finding.warning(
                            "POSTCODE_ZONE_UNKNOWN",
                            "邮政编码前两位表示省份，没有听说过%s。",
                            "The first two digits of a postcode say the province; %s is not known to.",
                            text.substring(0, 2))
                    .at(text.substring(0, 2)));
        }
        return text;
    }
}
