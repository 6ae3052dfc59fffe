// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.identifier;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongmei.siteinfo.Finding;

/**
 * 增值电信业务经营许可证 (ICP licence): 京ICP证030173号, 鲁B2-20050002, or B2-20090028 for more than one province.
 * 互联网信息服务管理办法, art. 12.
 */
final class TelecomLicence {

    private static final String MALFORMED = "ICP_LICENCE_MALFORMED";
    private static final Pattern ICP = Pattern.compile("(?<province>[^A-Z0-9]*+)ICP证(?<digits>[0-9]*+)号?");
    private static final Pattern CLASS =
            Pattern.compile("(?<province>[^A-Z0-9]*+)(?:A1|A2|B1|B2)-(?<digits>[0-9]*+)(?:-[0-9]{1,3})?号?");

    private TelecomLicence() {}

    static @Nullable String judge(String text, Consumer<Finding> found) {
        Matcher icp = ICP.matcher(text);
        if (icp.matches()) {
            // Which of the two alphabets these use is not known: either will do.
            if (Province.byEither(icp.group("province")).isEmpty()) {
                Alphabets.police(MALFORMED, icp.group("province"), "ICP证号", "an ICP licence number", found);
            }
            digits(icp.group("digits"), 6, found);
            return text;
        }
        Matcher ofClass = CLASS.matcher(text);
        if (ofClass.matches()) {
            if (!ofClass.group("province").isEmpty()) {
                Alphabets.police(
                        MALFORMED, ofClass.group("province"), "增值电信业务经营许可证编号", "a telecom licence number", found);
            }
            digits(ofClass.group("digits"), 8, found);
            return text;
        }
        found.accept(text.contains("ICP备") ? filing() : unlike());
        return null;
    }

    private static Finding filing() {
        return Finding.error(
                        MALFORMED, "这是ICP备案号，不是经营许可证编号。", "This is an ICP filing number, not the number of a licence.")
                .mendedBy("按 icp-record 登记。", "Register it as icp-record.");
    }

    private static Finding unlike() {
        return Finding.error(
                MALFORMED,
                "经营许可证编号形如“京ICP证030173号”或“鲁B2-20050002”。",
                "A licence number looks like 京ICP证030173号 or 鲁B2-20050002.");
    }

    private static void digits(String digits, int wanted, Consumer<Finding> found) {
        if (digits.length() != wanted) {
            found.accept(Finding.error(
                            MALFORMED,
                            "这种经营许可证编号是%d位数字，这里是%d位。",
                            "A licence number of this form has %d digits; this one has %d.",
                            wanted,
                            digits.length())
                    .at(digits));
        }
    }
}
