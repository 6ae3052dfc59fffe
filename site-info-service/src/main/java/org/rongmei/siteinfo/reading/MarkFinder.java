// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rongmei.siteinfo.identifier.Sighting;

/**
 * Finds the labels of a footer. A colon makes a label of whatever stands before it; without one a label counts where a
 * word may begin, and where what follows looks like its value.
 */
final class MarkFinder {

    /** A footer has some twenty. */
    private static final int MOST = 500;

    /** Of words that could be labels of names: for each of them the line is looked at. */
    private static final int MOST_WORDS = 400;

    static final int LONGEST_LABEL = 40;
    static final int LONGEST_UNKNOWN = 14;
    static final String JOINTS = "/、及和与暨兼&,·";
    static final List<String> REPORTS = List.of("举报", "投诉", "不良信息", "未成年");

    private final Sheet sheet;
    private final String folded;
    private final LabelTree labels;
    private final List<Mark> marks = new ArrayList<>();
    private final BitSet marked = new BitSet();
    private final ColonLabels colons;

    private MarkFinder(Sheet sheet, Vocabulary vocabulary) {
        this.sheet = sheet;
        this.folded = sheet.folded();
        this.labels = vocabulary.labels();
        this.colons = new ColonLabels(sheet, labels, marked);
    }

    /** In the order in which they stand; no two of them have a character in common. */
    static List<Mark> in(Sheet sheet, Vocabulary vocabulary) {
        MarkFinder finder = new MarkFinder(sheet, vocabulary);
        Sighting.in(finder.folded).forEach(finder::filing);
        Copyright.claims(sheet).stream()
                .filter(finder::standsAlone)
                .forEach(claim -> finder.add(claim.start(), claim.end(), List.of(Field.COPYRIGHT_HOLDER), false));
        for (int at = finder.folded.indexOf(':'); at >= 0; at = finder.folded.indexOf(':', at + 1)) {
            finder.colons.at(at).ifPresent(mark -> finder.add(mark.start(), mark.value(), mark.fields(), true));
        }
        finder.brackets();
        finder.words();
        finder.marks.sort(Comparator.comparingInt(Mark::start));
        return finder.marks;
    }

    private void add(int start, int end, List<Field> fields, boolean colon) {
        int next = marked.nextSetBit(start);
        if (marks.size() < MOST && (next < 0 || next >= end)) {
            marks.add(new Mark(start, end, fields, colon));
            marked.set(start, end);
        }
    }

    /** A number that is known by its shape, with the label before it: 备案号:鲁ICP备2021025553号-1. */
    private void filing(Sighting sighting) {
        int start = Filings.start(folded, sighting);
        int before = sheet.skipBlanksBack(start, sheet.lineStart(start));
        if (before > 1 && folded.charAt(before - 1) == '\n' && folded.charAt(before - 2) == ':') {
            before -= 2;
        } else if (before > 0 && folded.charAt(before - 1) == ':') {
            before--;
        }
        int label = labels.before(folded, before, Math.max(0, before - LONGEST_LABEL))
                .filter(found -> found.field().form == Field.Form.FILING)
                .map(LabelTree.Found::start)
                .orElse(start);
        add(label, sighting.end(), List.of(Filings.field(sighting)), false);
    }

    /** 主办及版权所有： is a label of two roles, which the colon finds. */
    private boolean standsAlone(Span claim) {
        char after = claim.end() < folded.length() ? folded.charAt(claim.end()) : ' ';
        return (claim.start() == 0 || JOINTS.indexOf(folded.charAt(claim.start() - 1)) < 0)
                && JOINTS.indexOf(after) < 0;
    }

    /** 【主管】 is 主管：. */
    private void brackets() {
        for (int close = 0; close < folded.length(); close++) {
            int kind = "】]〕".indexOf(folded.charAt(close));
            int open = kind < 0 ? -1 : sheet.lastBefore("【[〔".charAt(kind), close);
            if (open >= 0) {
                int start = sheet.skipBlanks(open + 1, close);
                int end = close + 1;
                labels.before(folded, close, open + 1)
                        .filter(found -> found.start() == start)
                        .ifPresent(found -> add(open, end, List.of(found.field()), true));
            }
        }
    }

    /** Labels without a colon. */
    private void words() {
        int words = 0;
        for (int at = 0; at < folded.length() && words < MOST_WORDS; at++) {
            if (marked.get(at) || folded.charAt(at) == ' ') {
                continue;
            }
            Optional<LabelTree.Found> found = labels.from(folded, at, Math.min(folded.length(), at + LONGEST_LABEL))
                    .filter(label ->
                            marked.nextSetBit(label.start()) < 0 || marked.nextSetBit(label.start()) >= label.end());
            words += found.isPresent() && found.get().field().form == Field.Form.ORGANISATION ? 1 : 0;
            if (found.isPresent() && Standing.isLabel(sheet, found.get(), opensWord(at))) {
                LabelTree.Found label = found.get();
                boolean reports = REPORTS.stream()
                        .anyMatch(
                                folded.substring(sheet.wordStart(at, Math.max(0, at - LONGEST_UNKNOWN)), label.end())
                                        ::contains);
                add(at, label.end(), List.of(reports ? label.field().forReports() : label.field()), false);
                at = label.end() - 1;
            }
        }
    }

    /** Whether a word may begin here: behind a blank or a sign, or between a number and letters. */
    private boolean opensWord(int at) {
        if (at == 0 || marked.get(at - 1)) {
            return true;
        }
        char before = folded.charAt(at - 1);
        return !Character.isLetter(before) || before == '号';
    }

    static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }
}
