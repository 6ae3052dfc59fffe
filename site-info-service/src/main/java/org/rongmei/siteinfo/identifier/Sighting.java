// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.identifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number that is seen in running text by its own shape, well formed or not: what looks as if it were meant to be one.
 * Each pattern looks at a character a bounded number of times, whatever the text is.
 */
public record Sighting(IdentifierKind kind, int start, int end, String text) {

    private static final String DIGIT = "[0-9X#*?×○□]";
    /** With spaces between only when 号 says where it ends; otherwise the next number might be swallowed. */
    private static final String DIGITS = "(?:(?:" + DIGIT + "{1,20}+ ?+){1,4}+号|" + DIGIT + "{1,24}+)";

    private static final String SERIAL = "(?: ?+- ?+[0-9A-Z]{1,6}+)?+";

    private static final Pattern FILING =
            Pattern.compile("(?:\\p{IsHan} ?)?ICP ?+(?:备 ?+案? ?+|(?=[0-9]{6}))(?:号 ?+)?(?=" + DIGIT + ")" + DIGITS
                    + SERIAL + "|(?<![安关网])备案(?:序|编)?+号 ?+:? ?+[0-9]{8,10}+(?![0-9])号?+" + SERIAL);
    private static final Pattern POLICE = Pattern.compile("(?:\\p{IsHan} ?)?公网安备 ?+:? ?+" + DIGITS
            + "|(?:公安(?:机关|联网)?+备案(?:编?号)?+|公网监备(?:案证第)?+) ?+:? ?+[0-9]" + DIGITS);
    private static final Pattern TELECOM =
            Pattern.compile("(?:\\p{IsHan} ?)?(?:ICP ?+证 ?+[0-9]{3,12}+ ?号?|(?<![A-Z0-9])(?:A1|A2|B1|B2) ?+- ?+"
                    + "[0-9]{4,12}+(?:-[0-9]{1,3}+)?+(?: ?号)?)");
    private static final Pattern LETTERED = Pattern.compile("-[0-9]+([AKX])$");

    /**
     * In the order in which they stand.
     *
     * @param folded by {@link Folding}
     */
    public static List<Sighting> in(String folded) {
        List<Sighting> found = new ArrayList<>();
        collect(FILING, IdentifierKind.ICP_RECORD, folded, found);
        collect(POLICE, IdentifierKind.PSB_RECORD, folded, found);
        collect(TELECOM, IdentifierKind.ICP_LICENCE, folded, found);
        found.sort(Comparator.comparingInt(Sighting::start));
        return found;
    }

    private static void collect(Pattern pattern, IdentifierKind kind, String folded, List<Sighting> found) {
        Matcher matcher = pattern.matcher(folded);
        while (matcher.find()) {
            found.add(new Sighting(kind, matcher.start(), matcher.end(), matcher.group()));
        }
    }

    /** What it is by the letter of its serial: an app has -1A, a mini program -1X. */
    public IdentifierKind kindBySerial() {
        Matcher letter = LETTERED.matcher(text.replace(" ", ""));
        if (kind != IdentifierKind.ICP_RECORD || !letter.find()) {
            return kind;
        }
        return letter.group(1).equals("X") ? IdentifierKind.ICP_MINI_PROGRAM : IdentifierKind.ICP_APP;
    }
}
