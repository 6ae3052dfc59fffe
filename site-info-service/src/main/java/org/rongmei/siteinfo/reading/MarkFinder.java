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

    private static final int MOST_WORDS = 1_000;
    private static final int LONGEST_LABEL = 40;
    private static final int LONGEST_UNKNOWN = 14;
    private static final String STOPS = "\n|:,。;!?、>\"“”()[]《》【】<";
    private static final String JOINTS = "/、及和与暨兼&,·";
    private static final List<String> NUMBER_WORDS =
            List.of("编号", "证号", "许可证号", "许可证编号", "证书编号", "号码", "许可证", "号", "NO", "NO.", "许可编号");
    private static final List<String> REPORTS = List.of("举报", "投诉", "不良信息", "未成年");

    private final Sheet sheet;
    private final String folded;
    private final LabelTree labels;
    private final List<Mark> marks = new ArrayList<>();
    private final BitSet marked = new BitSet();

    private MarkFinder(Sheet sheet, Vocabulary vocabulary) {
        this.sheet = sheet;
        this.folded = sheet.folded();
        this.labels = vocabulary.labels();
    }

    /** In the order in which they stand; no two of them have a character in common. */
    static List<Mark> in(Sheet sheet, Vocabulary vocabulary) {
        MarkFinder finder = new MarkFinder(sheet, vocabulary);
        Sighting.in(finder.folded).forEach(finder::filing);
        Copyright.claims(sheet).stream()
                .filter(finder::standsAlone)
                .forEach(claim -> finder.add(claim.start(), claim.end(), List.of(Field.COPYRIGHT_HOLDER), false));
        for (int at = finder.folded.indexOf(':'); at >= 0; at = finder.folded.indexOf(':', at + 1)) {
            finder.colon(at);
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

    private void colon(int colon) {
        if (marked.get(colon) || isInsideValue(colon)) {
            return;
        }
        int end = withoutRemark(colon);
        int floor = floor(end);
        Optional<LabelTree.Found> known = labels.before(folded, end, floor).or(() -> ofLicence(end, floor));
        if (known.isEmpty()) {
            unknown(colon, floor);
            return;
        }
        LabelTree.Found label = known.get();
        int start = label.start();
        List<Field> fields = new ArrayList<>(List.of(label.field()));
        if (end < colon) {
            labels.before(folded, colon - 1, end + 1)
                    .map(LabelTree.Found::field)
                    .ifPresent(fields::add);
        }
        for (Optional<LabelTree.Found> more = joined(start, floor, label.field());
                more.isPresent() && fields.size() < 4;
                more = joined(start, floor, label.field())) {
            start = more.get().start();
            fields.add(0, more.get().field());
        }
        int word = wordStart(start, floor);
        boolean reports = REPORTS.stream().anyMatch(folded.substring(word, colon)::contains);
        boolean owned = opensChunk(word) && isWordOfLabel(word, start);
        add(
                owned ? word : start,
                colon + 1,
                reports ? fields.stream().map(Field::forReports).distinct().toList() : List.copyOf(fields),
                true);
    }

    /** 【主管】 is 主管：. */
    private void brackets() {
        for (int close = 0; close < folded.length(); close++) {
            int kind = "】]〕".indexOf(folded.charAt(close));
            int open = kind < 0 ? -1 : lastBefore("【[〔".charAt(kind), close);
            if (open >= 0) {
                int start = sheet.skipBlanks(open + 1, close);
                int end = close + 1;
                labels.before(folded, close, open + 1)
                        .filter(found -> found.start() == start)
                        .ifPresent(found -> add(open, end, List.of(found.field()), true));
            }
        }
    }

    /** Where a sign stands not far before a place, or -1. */
    private int lastBefore(char sign, int place) {
        int found =
                folded.substring(Math.max(0, place - LONGEST_UNKNOWN), place).lastIndexOf(sign);
        return found < 0 ? -1 : Math.max(0, place - LONGEST_UNKNOWN) + found;
    }

    /** http: and 1024:768 are no labels. */
    private boolean isInsideValue(int colon) {
        boolean digits = colon > 0
                && colon + 1 < folded.length()
                && isDigit(folded.charAt(colon - 1))
                && isDigit(folded.charAt(colon + 1));
        return digits || folded.startsWith("//", colon + 1);
    }

    /** 电话（传真）： and 电话（24小时）：, as far as the bracket. */
    private int withoutRemark(int colon) {
        int close = colon - 1;
        if (close < 0 || folded.charAt(close) != ')') {
            return colon;
        }
        int open = lastBefore('(', close);
        boolean remark = open > 0
                && labels.before(folded, open, Math.max(0, open - LONGEST_LABEL))
                        .isPresent();
        return remark ? open : colon;
    }

    /** 互联网新闻信息服务许可证（编号：37120180003）. */
    private Optional<LabelTree.Found> ofLicence(int colon, int floor) {
        int end = sheet.skipBlanksBack(colon, floor);
        int word = wordStart(end, floor);
        if (!NUMBER_WORDS.contains(folded.substring(word, end))) {
            return Optional.empty();
        }
        int at = word;
        while (at > 0 && word - at < 4 && " (《》,[\n".indexOf(folded.charAt(at - 1)) >= 0) {
            at--;
        }
        return labels.before(folded, at, Math.max(0, at - LONGEST_LABEL))
                .filter(found -> found.field().form == Field.Form.LICENCE || found.field().form == Field.Form.NUMBER);
    }

    private int floor(int colon) {
        int at = colon;
        while (at > 0
                && colon - at < LONGEST_LABEL
                && !marked.get(at - 1)
                && (STOPS.indexOf(folded.charAt(at - 1)) < 0 || isJoint(at - 1, colon))) {
            at--;
        }
        return at;
    }

    /** The stroke in 主管、主办: is no stop. */
    private boolean isJoint(int at, int colon) {
        return JOINTS.indexOf(folded.charAt(at)) >= 0
                && colon - at < 10
                && labels.before(folded, at, Math.max(0, at - LONGEST_LABEL))
                        .filter(found -> found.field().mayBeJoined())
                        .isPresent();
    }

    private Optional<LabelTree.Found> joined(int start, int floor, Field last) {
        int at = sheet.skipBlanksBack(start, floor);
        if (at > floor && JOINTS.indexOf(folded.charAt(at - 1)) >= 0) {
            return labels.before(folded, sheet.skipBlanksBack(at - 1, floor), floor)
                    .filter(found -> found.field().mayBeJoined());
        }
        return at < start || !last.isHead()
                ? Optional.empty()
                : labels.before(folded, start, floor)
                        .filter(found -> found.field().isHead());
    }

    private int wordStart(int start, int floor) {
        int at = start;
        while (at > floor && folded.charAt(at - 1) != ' ') {
            at--;
        }
        return at;
    }

    /** Whether no value can have begun here: what follows a colon directly is one. */
    private boolean opensChunk(int at) {
        return at == 0 || (folded.charAt(at - 1) != ':' && !marked.get(at - 1));
    }

    /** 24小时 in 24小时举报电话, but not 和平街173号 in 和平街173号邮编. */
    private boolean isWordOfLabel(int word, int start) {
        String before = folded.substring(word, start);
        return before.length() <= LONGEST_UNKNOWN
                && (before.chars().noneMatch(MarkFinder::isDigit) || before.endsWith("小时"));
    }

    /** A label that we do not know ends the value before it all the same. */
    private void unknown(int colon, int floor) {
        int end = sheet.skipBlanksBack(colon, floor);
        int start = wordStart(end, floor);
        boolean word = end > start
                && end - start <= LONGEST_UNKNOWN
                && opensChunk(start)
                && folded.substring(start, end).chars().allMatch(Character::isLetterOrDigit);
        if (word) {
            add(start, colon + 1, List.of(Field.NOTHING), true);
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
            words += found.isPresent() ? 1 : 0;
            if (found.isPresent() && Standing.isLabel(sheet, found.get(), opensWord(at))) {
                LabelTree.Found label = found.get();
                boolean reports = REPORTS.stream()
                        .anyMatch(
                                folded.substring(wordStart(at, Math.max(0, at - LONGEST_UNKNOWN)), label.end())
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
