// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telephone numbers, one or several, from the beginning of a stretch on. */
final class Phones {

    private static final int MOST = 10;
    private static final int LOCAL = 7;
    private static final int NATIONAL = 10;
    private static final int EXTENSION = 5;
    private static final int SPELT = 13;
    private static final Pattern LEAD = Pattern.compile("[ :,、;/\n]{0,4}+(?:或|和)?+ ?(?=[+(]? ?[0-9])");
    private static final Pattern OPENING = Pattern.compile("(?:\\+ ?|\\( ?)?[0-9]{1,15}+");
    private static final Pattern NEXT =
            Pattern.compile("(?<joint> ?[-)] ?| {1,2}| ?(?:转|#|\\*) ?)(?<digits>[0-9]{1,15}+)");

    private Phones() {}

    /** Numbers as they are written, but half-width and without blanks, and all that was read for them. */
    record Read(List<String> numbers, int end) {}

    static Read in(Sheet sheet, Span stretch) {
        List<String> numbers = new ArrayList<>();
        int at = stretch.start();
        while (numbers.size() < MOST) {
            Matcher lead = LEAD.matcher(sheet.folded()).region(at, stretch.end());
            if (!lead.lookingAt()) {
                break;
            }
            StringBuilder number = new StringBuilder();
            int end = one(sheet.folded(), lead.end(), stretch.end(), number);
            if (number.chars().filter(MarkFinder::isDigit).count() < 3) {
                break;
            }
            numbers.add(number.toString());
            at = end;
        }
        return new Read(numbers, at);
    }

    private static int one(String folded, int from, int limit, StringBuilder number) {
        Matcher opening = OPENING.matcher(folded).region(from, limit);
        if (!opening.lookingAt()) {
            return from;
        }
        number.append(opening.group().replace(" ", ""));
        int end = opening.end();
        int last = opening.group().length();
        Matcher next = NEXT.matcher(folded);
        while (next.region(end, limit).lookingAt()) {
            String joint = next.group("joint").replace(" ", "");
            String digits = next.group("digits");
            boolean extension = joint.equals("转") || joint.equals("#") || joint.equals("*");
            boolean spelt = joint.isEmpty() && last == 1 && digits.length() == 1 && number.length() < SPELT; // 0 5 3 6
            last = digits.length();
            if (spelt) {
                number.append(digits);
                end = next.end();
                continue;
            }
            if (isComplete(number.toString()) && !extension && (joint.isEmpty() || digits.length() > EXTENSION)) {
                break;
            }
            if (joint.isEmpty() && !isBegun(number.toString(), digits)) {
                break;
            }
            number.append(joint.isEmpty() && isAreaCode(number.toString()) && digits.length() > 2 ? "-" : joint)
                    .append(digits);
            end = next.end();
        }
        return end;
    }

    /** Whether digits behind a blank can be the rest of it: 12377 is a number, and so is what follows it. */
    private static boolean isBegun(String number, String digits) {
        return isAreaCode(number)
                || number.contains("-")
                || number.contains(")")
                || number.length() <= 4
                || (digits.length() <= 4 && number.length() < LOCAL && !digits.startsWith("0"));
    }

    private static boolean isAreaCode(String number) {
        return number.matches("\\(?0[0-9]{2,3}");
    }

    private static boolean isComplete(String number) {
        long digits = number.chars().filter(MarkFinder::isDigit).count();
        boolean national = number.startsWith("0")
                || number.startsWith("(")
                || number.startsWith("+")
                || number.startsWith("400")
                || number.startsWith("800")
                || (number.startsWith("1") && digits > EXTENSION);
        return digits >= (national ? NATIONAL : LOCAL);
    }
}
