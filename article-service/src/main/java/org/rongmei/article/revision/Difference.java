// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.revision;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;

/** What became of a text, for people: HTML with {@code del} around what is gone and {@code ins} around what is new. */
public final class Difference {

    /** Of characters: up to here it is told which of them changed, which costs the square of their number. */
    private static final int READABLE = 2_000;

    private Difference() {}

    /** A paragraph each; those that stay as they were stand between, unmarked. */
    public static String html(List<String> before, List<String> after) {
        StringBuilder html = new StringBuilder();
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after, true).getDeltas()) {
            List<String> gone = delta.getSource().getLines();
            List<String> come = delta.getTarget().getLines();
            if (delta.getType() == DeltaType.EQUAL) {
                come.forEach(line -> html.append(paragraph(Entities.escape(line))));
            } else if (gone.size() == come.size() && length(gone) + length(come) <= READABLE) {
                for (int line = 0; line < gone.size(); line++) {
                    html.append(paragraph(characters(gone.get(line), come.get(line))));
                }
            } else {
                gone.forEach(line -> html.append(paragraph(marked("del", line))));
                come.forEach(line -> html.append(paragraph(marked("ins", line))));
            }
        }
        return html.toString();
    }

    /** Character by character, because Chinese has no blanks between its words. */
    private static String characters(String before, String after) {
        StringBuilder html = new StringBuilder();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(split(before), split(after), true).getDeltas()) {
            String gone = String.join("", delta.getSource().getLines());
            String come = String.join("", delta.getTarget().getLines());
            html.append(
                    delta.getType() == DeltaType.EQUAL
                            ? Entities.escape(come)
                            : marked("del", gone) + marked("ins", come));
        }
        return html.toString();
    }

    private static List<String> split(String text) {
        return text.codePoints().mapToObj(Character::toString).collect(Collectors.toList());
    }

    private static int length(List<String> lines) {
        return lines.stream().mapToInt(String::length).sum();
    }

    private static String marked(String element, String text) {
        return text.isEmpty() ? "" : "<" + element + ">" + Entities.escape(text) + "</" + element + ">";
    }

    private static String paragraph(String html) {
        return "<p>" + html + "</p>\n";
    }
}
