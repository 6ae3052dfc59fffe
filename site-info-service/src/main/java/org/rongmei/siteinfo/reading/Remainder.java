// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is left of a footer when all is taken that says what it is. */
final class Remainder {

    private static final String EDGES = " |-–—·•、，,;；/:：>»";
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

    private Remainder() {}

    /** In the order of the footer; what readers do not see comes last. */
    static List<String> of(Sheet sheet, Ledger ledger) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        String folded = sheet.folded();
        for (int at = 0; at < folded.length(); at++) {
            char character = folded.charAt(at);
            boolean gap = character == ' ' && at + 1 < folded.length() && folded.charAt(at + 1) == ' ';
            if (ledger.isTaken(at) || character == '\n' || character == '|' || gap) {
                add(pieces, piece.toString());
                piece.setLength(0);
            } else {
                piece.append(sheet.text().charAt(at));
            }
        }
        add(pieces, piece.toString());
        sheet.unseen().forEach(text -> add(pieces, text));
        return List.copyOf(pieces);
    }

    private static void add(List<String> pieces, String text) {
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return;
        }
        String trimmed = trimmed(BLANKS.matcher(text).replaceAll(" "));
        if (!trimmed.isEmpty()) {
            pieces.add(trimmed);
        }
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && EDGES.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        // A colon at the end belongs to a label that has no value.
        while (end > start
                && text.charAt(end - 1) != ':'
                && text.charAt(end - 1) != '：'
                && EDGES.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }
}
