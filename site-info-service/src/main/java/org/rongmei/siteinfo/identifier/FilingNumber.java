// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.identifier;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongmei.siteinfo.Finding;

/**
 * ICP 备案号, the ministry's filing: 鲁ICP备2021025553号 is the subject, -1 its first website, -1A its first app, -1X its
 * first mini program. 互联网信息服务管理办法, art. 12; 非经营性互联网信息服务备案管理办法, art. 13.
 */
final class FilingNumber {

    static final String MALFORMED = "ICP_MALFORMED";
    private static final Finding.Law LAW = new Finding.Law("互联网信息服务管理办法", "第十二条");
    private static final String MARK = "ICP备";
    private static final Pattern REST = Pattern.compile("(?<digits>[0-9]*+)(?<sign>号?+)(?<suffix>.*)", Pattern.DOTALL);
    private static final Pattern SUFFIX = Pattern.compile("-[1-9][0-9]{0,4}(?<letter>[AXK]?)");
    private static final Pattern OTHER_LICENCE = Pattern.compile(".?(?:(?:A1|A2|B1|B2)-|ICP证).*", Pattern.DOTALL);

    private FilingNumber() {}

    static @Nullable String site(String text, Consumer<Finding> found) {
        return judge(text, Set.of(""), found);
    }

    static @Nullable String app(String text, Consumer<Finding> found) {
        return judge(text, Set.of("A", "K"), found);
    }

    static @Nullable String miniProgram(String text, Consumer<Finding> found) {
        return judge(text, Set.of("X"), found);
    }

    private static @Nullable String judge(String text, Set<String> letters, Consumer<Finding> found) {
        Consumer<Finding> underLaw = finding -> found.accept(finding.under(LAW));
        int mark = text.indexOf(MARK);
        if (mark < 0) {
            underLaw.accept(unlike(text));
            return null;
        }
        String province = text.substring(0, mark);
        Matcher rest = REST.matcher(text.substring(mark + MARK.length()));
        if (!rest.matches()) {
            underLaw.accept(unlike(text));
            return null;
        }
        Alphabets.filing(MALFORMED, province, underLaw);
        digits(rest.group("digits"), underLaw);
        if (rest.group("sign").isEmpty()) {
            underLaw.accept(Finding.error(
                    MALFORMED,
                    "ICP备案号的数字后面是“号”字，这里没有。",
                    "In an ICP filing number 号 follows the digits; it is missing."));
        }
        suffix(rest.group("suffix"), letters, underLaw);
        return province + MARK + rest.group("digits") + "号" + rest.group("suffix");
    }

    private static Finding unlike(String text) {
        if (OTHER_LICENCE.matcher(text).matches()) {
            return Finding.error(
                            "ICP_LABEL_HOLDS_A_LICENCE_NUMBER",
                            "这是增值电信业务经营许可证编号，不是ICP备案号。",
                            "This is the number of a telecom licence, not an ICP filing number.")
                    .mendedBy("按 icp-licence 登记。", "Register it as icp-licence.");
        }
        return Finding.error(
                MALFORMED,
                "ICP备案号由省份简称、“ICP备”、8位或10位数字、“号”组成，网站序号如“-1”写在最后。",
                "An ICP filing number is a province's character, ICP备, 8 or 10 digits and 号, with a site's -1 at the end.");
    }

    private static void digits(String digits, Consumer<Finding> found) {
        if (digits.length() == 8) {
            int year = Integer.parseInt(digits.substring(0, 2));
            if (year < 5 || year > 20) {
                found.accept(unusualYear(digits.substring(0, 2), "05–20"));
            }
        } else if (digits.length() == 10) {
            int year = Integer.parseInt(digits.substring(0, 4));
            if (year < 2020 || year > 2099) {
                found.accept(unusualYear(digits.substring(0, 4), "2020–2099"));
            }
        } else {
            found.accept(Finding.error(
                            MALFORMED,
                            "ICP备案号是8位或10位数字，这里是%d位。",
                            "An ICP filing number has 8 or 10 digits; this one has %d.",
                            digits.length())
                    .at(digits));
        }
    }

    /** The years are inferred from real numbers: 8 digits begin with two of the year, 10 digits with four. */
    private static Finding unusualYear(String year, String usual) {
        return Finding.warning(
                        "ICP_YEAR_UNUSUAL",
                        "ICP备案号的数字以年份开头（通常为%s），“%s”不像年份。",
                        "The digits of an ICP filing number begin with its year (usually %s); %s does not look like one.",
                        usual,
                        year)
                .at(year);
    }

    private static void suffix(String suffix, Set<String> letters, Consumer<Finding> found) {
        Matcher matcher = SUFFIX.matcher(suffix);
        boolean empty = suffix.isEmpty();
        if (!empty && !matcher.matches()) {
            found.accept(Finding.error(
                            MALFORMED,
                            "ICP备案号末尾的序号形如“-1”（应用“-1A”，小程序“-1X”），不以0开头。",
                            "An ICP filing number ends with a serial such as -1 (apps -1A, mini programs -1X), without leading zero.")
                    .at(suffix));
            return;
        }
        String letter = empty ? "" : matcher.group("letter");
        if (!letters.contains(letter)) {
            found.accept(Finding.error(
                            "ICP_KIND_MISMATCH",
                            "网站的ICP备案号序号后没有字母，应用（APP）的是A，小程序的是X：这个号码属于另一种。",
                            "The serial of a website has no letter, that of an app A, that of a mini program X: this one is of another kind.")
                    .at(suffix));
        } else if (letter.equals("K")) {
            found.accept(Finding.warning(
                            "ICP_QUICK_APP",
                            "字母K据了解用于快应用，未经证实。",
                            "The letter K is said to stand for quick apps; that is not confirmed.")
                    .at(suffix));
        }
    }
}
