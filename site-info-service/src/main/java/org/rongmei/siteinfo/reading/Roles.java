// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Roles that stand behind the names: 青岚县融媒体中心主办, or 由岚江传媒有限公司提供技术支持. */
final class Roles {

    private static final int LONGEST = 60;
    private static final List<String> BEFORE_NAME = List.of("本网站由", "本站由", "本网由", "网站由", "由");
    private static final List<String> BETWEEN = List.of("提供", "负责", "独家", "联合", "共同");

    /** A name, and what is said of it. */
    record Held(Span name, Span whole, Field field) {}

    private Roles() {}

    /** Whether the first role of a line has a name before it. */
    static boolean standBehindNames(Sheet sheet, int lineStart) {
        int end = sheet.lineEnd(lineStart);
        for (Span word : words(sheet, lineStart, end)) {
            Optional<LabelTree.Found> role = role(sheet, word.end(), word.start());
            if (role.isPresent()) {
                return role.get().start() > word.start()
                        || nameBefore(sheet, role.get().start(), lineStart).isPresent();
            }
            if (startsWithRole(sheet, word)) {
                return false;
            }
        }
        return false;
    }

    private static boolean startsWithRole(Sheet sheet, Span word) {
        return Vocabulary.KNOWN
                .labels()
                .from(sheet.folded(), word.start(), word.end())
                .filter(found -> found.field().form == Field.Form.ORGANISATION)
                .isPresent();
    }

    /** @param free a stretch that no label claims */
    static List<Held> in(Sheet sheet, Span free) {
        List<Held> held = new ArrayList<>();
        for (Span word : words(sheet, free.start(), free.end())) {
            role(sheet, word.end(), word.start())
                    .flatMap(role -> held(sheet, free, role))
                    .ifPresent(held::add);
        }
        return held;
    }

    private static Optional<Held> held(Sheet sheet, Span free, LabelTree.Found role) {
        return nameBefore(sheet, role.start(), free.start())
                .map(name -> new Held(name, new Span(name.start(), role.end()), role.field()));
    }

    private static Optional<LabelTree.Found> role(Sheet sheet, int end, int floor) {
        return Vocabulary.KNOWN
                .labels()
                .before(sheet.folded(), end, floor)
                .filter(found -> found.field().form == Field.Form.ORGANISATION);
    }

    private static Optional<Span> nameBefore(Sheet sheet, int role, int floor) {
        String folded = sheet.folded();
        int end = sheet.skipBlanksBack(role, floor);
        int start = end;
        while (start > floor && end - start < LONGEST && " \n|,。;:、".indexOf(folded.charAt(start - 1)) < 0) {
            start--;
        }
        String text = folded.substring(start, end);
        for (String by : BEFORE_NAME) {
            int at = text.indexOf(by);
            if (at >= 0) {
                start += at + by.length();
                break;
            }
        }
        for (String between : BETWEEN) {
            if (folded.substring(start, end).endsWith(between)) {
                end -= between.length();
            }
        }
        Span name = new Span(start, end);
        return Names.isName(folded.substring(start, Math.max(start, end))) ? Optional.of(name) : Optional.empty();
    }

    private static List<Span> words(Sheet sheet, int from, int to) {
        String folded = sheet.folded();
        List<Span> words = new ArrayList<>();
        int start = from;
        for (int at = from; at <= to; at++) {
            if (at == to || " \n|,。;:、".indexOf(folded.charAt(at)) >= 0) {
                if (at > start) {
                    words.add(new Span(start, at));
                }
                start = at + 1;
            }
        }
        return words;
    }
}
