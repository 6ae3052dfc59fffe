// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.util.List;
import java.util.stream.IntStream;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;
import org.rongmei.kit.Text;
import org.rongmei.siteinfo.identifier.Folding;

/**
 * A footer as the parser looks at it: its text, the same folded character for character, and the links with the stretch of
 * text that they hold. {@code unseen} is text that readers do not see.
 */
record Sheet(String text, String folded, List<Link> links, List<String> unseen) {

    /** Of characters; the text of a whole home page has ten to thirty thousand. */
    private static final int LONGEST = 60_000;

    /** Looking farther than this for the end of a line would make the time grow with the square of the length. */
    private static final int LONGEST_LINE = 2_000;

    private static final int NEAR = 14;

    /** Where a link or a picture leads. A picture's text is what stands in its place. */
    record Link(int start, int end, String target, boolean isPicture) {}

    static Sheet of(String text) {
        return of(text, List.of(), List.of());
    }

    /** @throws Problem 413 for more text than a page has */
    static Sheet of(String text, List<Link> links, List<String> unseen) {
        if (text.length() > LONGEST) {
            throw new Problem(
                    413,
                    "content-too-large",
                    Sentence.of("页脚太长，最多%d个字符。", "The footer is too long; it may have %d characters.", LONGEST));
        }
        String clean = clean(text);
        return new Sheet(clean, folded(clean), links, unseen);
    }

    /** What neither JSON nor a page can carry, a lone surrogate or a control character, is a blank here. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            boolean kept = Text.Rule.isXmlCharacter(codePoint) && codePoint != '\r';
            clean.appendCodePoint(kept ? codePoint : codePoint == '\r' ? '\n' : ' ');
            at += Character.charCount(codePoint);
        }
        return clean.toString();
    }

    private static String folded(String text) {
        String folded = Folding.of(text);
        StringBuilder all = new StringBuilder(folded.length());
        folded.chars()
                .forEach(character -> all.append(
                        switch (character) {
                            case '∶', '︰', '﹕', '꞉', '：' -> ':';
                            case '丨', '│', '┃', '┊', '┆', '︱', '❘', '∣', '▏' -> '|';
                            case '–', '—', '―', '－', '﹣', '⁃', '˗' -> '-';
                            default -> (char) character;
                        }));
        return all.toString();
    }

    /** Where the line ends that holds a place. */
    int lineEnd(int at) {
        int limit = Math.min(folded.length(), at + LONGEST_LINE);
        int end = at;
        while (end < limit && folded.charAt(end) != '\n') {
            end++;
        }
        return end;
    }

    int lineStart(int at) {
        int limit = Math.max(0, at - LONGEST_LINE);
        int start = at;
        while (start > limit && folded.charAt(start - 1) != '\n') {
            start--;
        }
        return start;
    }

    /** The first place from here on that is no blank, or the limit. */
    int skipBlanks(int from, int limit) {
        return IntStream.range(from, limit)
                .filter(at -> folded.charAt(at) != ' ')
                .findFirst()
                .orElse(limit);
    }

    /** The last place that is followed by nothing but blanks up to here. */
    int skipBlanksBack(int from, int floor) {
        int at = from;
        while (at > floor && folded.charAt(at - 1) == ' ') {
            at--;
        }
        return at;
    }

    /** Where the stretch ends that begins here: at a line's end, a bar, a full stop, or two blanks together. */
    int chunkEnd(int from, int limit) {
        for (int at = from; at < limit; at++) {
            char character = folded.charAt(at);
            boolean gap = character == ' ' && at + 1 < limit && folded.charAt(at + 1) == ' ';
            if (gap || "\n|。;!?！；".indexOf(character) >= 0) {
                return at;
            }
        }
        return limit;
    }

    /** Folded, and without any blank. */
    String compact(int from, int to) {
        return folded.substring(from, to).replace(" ", "").replace("\n", "");
    }

    int wordStart(int start, int floor) {
        int at = start;
        while (at > floor && folded.charAt(at - 1) != ' ') {
            at--;
        }
        return at;
    }

    /** Where a sign stands not far before a place, or -1. */
    int lastBefore(char sign, int place) {
        int found = folded.substring(Math.max(0, place - NEAR), place).lastIndexOf(sign);
        return found < 0 ? -1 : Math.max(0, place - NEAR) + found;
    }
}
