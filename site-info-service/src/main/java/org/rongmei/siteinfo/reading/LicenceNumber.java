// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number that has no shape of its own and is known by its label: 37120180003, （鲁）字第00123号, 鲁网文〔2021〕1234-056号.
 */
final class LicenceNumber {

    private static final int LONGEST = 80;
    private static final int MOST_BEFORE = 16;
    private static final int DIGITS_IN_GROUPS = 8;
    /** What may stand between a label and its number. */
    private static final Pattern LEAD = Pattern.compile(
            "[ :)\\]>》〉\"”』#\n]{0,6}+(?:(?:许可证|备案|证书)?+(?:编号|证号|号码|号(?! ?-)|NO\\. ?|NO(?![A-Z])|№)[ :》)\n]{0,5}+)?+");

    private static final Pattern BEFORE_DIGITS = Pattern.compile(
            "[(\\[〔【)\\]〕】字第号网文新备函证许版宣办发国视听广媒社省市县食药监械经营演出非性A-Z京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝蜀川黔贵滇云藏陕陇甘青宁署总局工信委网信 ./-]");
    private static final String INSIDE = "字第文函号网备证(";

    private LicenceNumber() {}

    /**
     * Where the number stands that begins in this stretch, whatever is written between it and the label.
     *
     * @param labelled whether a colon says that a value follows: any word may stand before the digits then
     */
    static Optional<Span> in(Sheet sheet, Span stretch, boolean labelled) {
        String folded = sheet.folded();
        Matcher lead = LEAD.matcher(folded).region(stretch.start(), stretch.end());
        int start = lead.lookingAt() ? lead.end() : stretch.start();
        start = sheet.skipBlanks(start, stretch.end());
        int limit = Math.min(stretch.end(), start + LONGEST);
        int end = start;
        int digits = 0;
        for (int at = start; at < limit; at++) {
            char character = folded.charAt(at);
            if (MarkFinder.isDigit(character)) {
                digits++;
                end = at + 1;
            } else if (digits == 0) {
                if (at - start >= MOST_BEFORE || !mayStandBeforeDigits(folded, at, labelled)) {
                    break;
                }
            } else if (character == '号') {
                end = at + 1;
                if (at + 2 >= limit || folded.charAt(at + 1) != '-') {
                    break;
                }
            } else if (!goesOn(folded, at, limit, digits)) {
                break;
            } else if (isLatin(character) || ")]〕】".indexOf(character) >= 0) {
                end = at + 1;
            }
        }
        return digits == 0 ? Optional.empty() : Optional.of(new Span(start, end));
    }

    private static boolean mayStandBeforeDigits(String folded, int at, boolean labelled) {
        if (labelled && Character.isLetter(folded.charAt(at))) {
            return true;
        }
        return BEFORE_DIGITS.matcher(folded.substring(at, at + 1)).matches() && !folded.startsWith("  ", at);
    }

    /** Behind a digit: whether the number can still go on here. */
    private static boolean goesOn(String folded, int at, int limit, int digits) {
        char character = folded.charAt(at);
        char next = at + 1 < limit ? folded.charAt(at + 1) : '\n';
        if (character == ' ') {
            boolean group = MarkFinder.isDigit(next) && digits < DIGITS_IN_GROUPS;
            return group || next == '号' || next == '-';
        }
        if (character == '(') {
            return MarkFinder.isDigit(next);
        }
        return isLatin(character) || "-/.*)]〕】[〔【".indexOf(character) >= 0 || INSIDE.indexOf(character) >= 0;
    }

    private static boolean isLatin(char character) {
        return character >= 'A' && character <= 'Z';
    }
}
