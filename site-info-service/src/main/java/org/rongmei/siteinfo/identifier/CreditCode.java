// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.identifier;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongmei.siteinfo.Finding;

/**
 * 统一社会信用代码 (GB 32100-2015): authority, kind, division, nine characters of the organisation (GB 11714) and a check
 * character. Both check characters are judged: 123456789012345678 passes the outer one and fails the inner.
 */
final class CreditCode {

    private static final String INVALID = "USCC_MALFORMED";
    private static final Finding.Law STANDARD = new Finding.Law("GB 32100-2015", null);
    private static final Finding.Law INNER_STANDARD = new Finding.Law("GB 11714", null);
    private static final int LENGTH = 18;
    /** No I, O, S, V, Z. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final String AUTHORITIES = "123456789ANY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] INNER_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int INNER_START = 8;
    /** 100000, the whole country: for units that a ministry registers. */
    private static final String NATIONAL = "10";

    private CreditCode() {}

    static @Nullable String judge(String text, Consumer<Finding> found) {
        Consumer<Finding> underStandard = finding -> found.accept(finding.under(STANDARD));
        int length = text.codePointCount(0, text.length());
        if (length != LENGTH) {
            underStandard.accept(Finding.error(
                    INVALID, "统一社会信用代码是18位，这里是%d位。", "A credit code has 18 characters; this one has %d.", length));
            return null;
        }
        if (!isOfAlphabet(text, underStandard)) {
            return null;
        }
        if (AUTHORITIES.indexOf(text.charAt(0)) < 0) {
            underStandard.accept(Finding.error(
                            INVALID,
                            "统一社会信用代码首位是登记管理部门代码（1–9、A、N、Y），没有“%s”。",
                            "A credit code begins with its authority (1 to 9, A, N, Y); %s is none.",
                            text.substring(0, 1))
                    .at(text.substring(0, 1)));
        }
        division(text.substring(2, INNER_START), underStandard);
        if (checkCharacter(text) != text.charAt(LENGTH - 1)) {
            underStandard.accept(Finding.error(
                            "USCC_CHECK_CHARACTER",
                            "统一社会信用代码末位校验不符，抄写可能有误。",
                            "The last character of a credit code checks the others, and it does not agree with them: a slip of the pen?")
                    .at(text.substring(LENGTH - 1)));
        }
        if (innerCheckCharacter(text) != text.charAt(LENGTH - 2)) {
            found.accept(Finding.error(
                            "USCC_ORGANISATION_CHECK",
                            "第9至17位是组织机构代码，其末位（第17位）校验不符。",
                            "Characters 9 to 17 are the organisation's own code, whose last character does not agree with the others.")
                    .at(text.substring(INNER_START, LENGTH - 1))
                    .under(INNER_STANDARD));
        }
        return text;
    }

    private static boolean isOfAlphabet(String text, Consumer<Finding> found) {
        for (int index = 0; index < LENGTH; index++) {
            if (ALPHABET.indexOf(text.charAt(index)) < 0) {
                Finding finding = Finding.error(
                                INVALID,
                                "统一社会信用代码由数字和大写字母组成，不用I、O、S、V、Z：第%d位不对。",
                                "A credit code is made of digits and capitals without I, O, S, V and Z: character %d is neither.",
                                index + 1)
                        .at(text.substring(index, text.offsetByCodePoints(index, 1)));
                found.accept(
                        "IO".indexOf(text.charAt(index)) < 0
                                ? finding
                                : finding.mendedBy("可能是数字1或0。", "It may be a digit, 1 or 0."));
                return false;
            }
        }
        return true;
    }

    private static void division(String division, Consumer<Finding> found) {
        if (!division.chars().allMatch(Character::isDigit)) {
            found.accept(Finding.error(
                            INVALID,
                            "统一社会信用代码第3至8位是行政区划代码（GB/T 2260），应为数字。",
                            "Characters 3 to 8 of a credit code are a division (GB/T 2260), in digits.")
                    .at(division));
        } else if (!division.startsWith(NATIONAL)
                && Province.ofDivision(division).isEmpty()) {
            found.accept(Finding.warning(
                            "USCC_DIVISION_UNKNOWN",
                            "统一社会信用代码第3至8位是行政区划代码（GB/T 2260），没有以%s开头的省份。",
                            "Characters 3 to 8 of a credit code are a division (GB/T 2260); no province's begins with %s.",
                            division.substring(0, 2))
                    .at(division));
        }
    }

    private static char checkCharacter(String text) {
        int sum = 0;
        for (int index = 0; index < WEIGHTS.length; index++) {
            sum += ALPHABET.indexOf(text.charAt(index)) * WEIGHTS[index];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** In GB 11714 letters count 10 to 35, with none left out. */
    private static char innerCheckCharacter(String text) {
        int sum = 0;
        for (int index = 0; index < INNER_WEIGHTS.length; index++) {
            sum += Character.digit(text.charAt(INNER_START + index), 36) * INNER_WEIGHTS[index];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : Character.forDigit(check, 10);
    }
}
