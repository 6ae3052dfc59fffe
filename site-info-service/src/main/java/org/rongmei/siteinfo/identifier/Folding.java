// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.identifier;

/**
 * Text as patterns look at it: full-width letters, digits and punctuation as ASCII, capitals, plain dashes, one kind of
 * space. Character for character, so that what is found in it has the same place in the text.
 */
public final class Folding {

    private static final int FULL_WIDTH = 0xFEE0;

    private Folding() {}

    public static String of(CharSequence text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            folded.append(fold(text.charAt(index)));
        }
        return folded.toString();
    }

    private static char fold(char character) {
        if (character == '\n') {
            return character;
        }
        if (Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT) {
            return ' ';
        }
        char half = character >= '！' && character <= '～' ? (char) (character - FULL_WIDTH) : character;
        if (half >= 'a' && half <= 'z') {
            return (char) (half - 'a' + 'A');
        }
        return (half >= '\u2010' && half <= '\u2015') || half == '\u2212' || half == '\u30FC' ? '-' : half;
    }
}
