// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.identifier;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongmei.siteinfo.Finding;

/**
 * 公安联网备案号, the filing with the police: 鲁公网安备37078202000123号. Its fourteen digits begin with the division
 * (GB/T 2260) of whoever keeps the file. 计算机信息网络国际联网安全保护管理办法, art. 12.
 */
final class PoliceFiling {

    private static final String MALFORMED = "PSB_MALFORMED";
    private static final Finding.Law LAW = new Finding.Law("计算机信息网络国际联网安全保护管理办法", "第十二条");
    private static final Pattern CANONICAL = Pattern.compile("(?<province>[^0-9]*?)公网安备(?<digits>[0-9]++)号");
    private static final Pattern ANY_DIGITS = Pattern.compile("(?<before>[^0-9]*+)(?<digits>[0-9]++)[^0-9]*+");
    private static final Pattern WORDING = Pattern.compile("公网安备|公网监备|公安备案|^$");

    private PoliceFiling() {}

    static @Nullable String judge(String text, Consumer<Finding> found) {
        Consumer<Finding> underLaw = finding -> found.accept(finding.under(LAW));
        Matcher canonical = CANONICAL.matcher(text);
        if (canonical.matches()) {
            return fourteen(text, canonical.group("province"), canonical.group("digits"), underLaw);
        }
        Matcher loose = ANY_DIGITS.matcher(text);
        if (!loose.matches() || !WORDING.matcher(loose.group("before")).find()) {
            underLaw.accept(unlike());
            return null;
        }
        String before = loose.group("before");
        String digits = loose.group("digits");
        if (digits.length() == 14) {
            underLaw.accept(oldWording());
        }
        int mark = before.indexOf("公网");
        return fourteen(text, mark < 0 ? "" : before.substring(0, mark), digits, underLaw);
    }

    private static @Nullable String fourteen(String text, String character, String digits, Consumer<Finding> found) {
        if (digits.length() == 12 || digits.length() == 13 || text.contains("公网监备")) {
            found.accept(Finding.warning(
                            "PSB_LEGACY",
                            "公安备案号现为14位数字，这是旧号（%d位）。",
                            "Police filing numbers have 14 digits today; this is one of the old ones (%d).",
                            digits.length())
                    .at(digits));
            return text;
        }
        if (digits.length() != 14) {
            found.accept(Finding.error(
                            MALFORMED,
                            "公安备案号是14位数字，这里是%d位。",
                            "A police filing number has 14 digits; this one has %d.",
                            digits.length())
                    .at(digits));
            return null;
        }
        Optional<Province> ofDigits = Province.ofDivision(digits);
        if (ofDigits.isEmpty()) {
            found.accept(Finding.error(
                            "PSB_PROVINCE_MISMATCH",
                            "公安备案号前六位是行政区划代码（GB/T 2260），没有以%s开头的省份。",
                            "A police filing number begins with a division code (GB/T 2260); no province's begins with %s.",
                            digits.substring(0, 2))
                    .at(digits.substring(0, 6)));
            return null;
        }
        String shown = character.isEmpty() ? ofDigits.get().police : character;
        requireSameProvince(shown, ofDigits.get(), digits, found);
        if (!digits.startsWith("02", 6)) {
            // Inferred: it is so in all real numbers that were seen.
            found.accept(Finding.warning(
                            "PSB_SERIES_UNUSUAL",
                            "公安备案号第7、8位通常是02，这里是%s。",
                            "The 7th and 8th digit of a police filing number are usually 02; here they are %s.",
                            digits.substring(6, 8))
                    .at(digits.substring(6, 8)));
        }
        return shown + "公网安备" + digits + "号";
    }

    /** Whoever makes a number up seldom knows both. */
    private static void requireSameProvince(
            String character, Province ofDigits, String digits, Consumer<Finding> found) {
        Optional<Province> named = Alphabets.police(MALFORMED, character, "公安备案号", "a police filing number", found);
        if (named.isPresent() && named.get() != ofDigits) {
            found.accept(Finding.error(
                            "PSB_PROVINCE_MISMATCH",
                            "公安备案号的省份简称“%s”与前两位数字%s（%s）不符。",
                            "The character %s of this police filing number and its first two digits %s (%s) name two provinces.",
                            character,
                            digits.substring(0, 2),
                            ofDigits.police)
                    .at(digits.substring(0, 6)));
        }
    }

    private static Finding oldWording() {
        return Finding.warning(
                        "PSB_LEGACY",
                        "公安备案号应写作“省份简称+公网安备+14位数字+号”。",
                        "A police filing number is written as a province's character, 公网安备, 14 digits and 号.")
                .mendedBy("采用规范写法。", "Use the normalised form.");
    }

    private static Finding unlike() {
        return Finding.error(
                MALFORMED,
                "公安备案号由省份简称、“公网安备”、14位数字、“号”组成。",
                "A police filing number is a province's character, 公网安备, 14 digits and 号.");
    }
}
