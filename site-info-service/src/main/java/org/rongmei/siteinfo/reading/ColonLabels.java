// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Labels that a colon ends: how far back they reach, and which fields they name. */
final class ColonLabels {
    private static final String STOPS = "\n|:,。;!?、>\"“”()[]《》【】<";
    private static final List<String> NUMBER_WORDS =
            List.of("编号", "证号", "许可证号", "许可证编号", "证书编号", "号码", "许可证", "号", "NO", "NO.", "许可编号");

    private final Sheet sheet;
    private final String folded;
    private final LabelTree labels;
    private final BitSet marked;

    /** @param marked what other labels have already claimed; it goes on changing */
    ColonLabels(Sheet sheet, LabelTree labels, BitSet marked) {
        this.sheet = sheet;
        this.folded = sheet.folded();
        this.labels = labels;
        this.marked = marked;
    }

    Optional<Mark> at(int colon) {
        if (marked.get(colon) || isInsideValue(colon)) {
            return Optional.empty();
        }
        int end = withoutRemark(colon);
        int floor = floor(end);
        Optional<LabelTree.Found> known = labels.before(folded, end, floor).or(() -> ofLicence(end, floor));
        if (known.isEmpty()) {
            return unknown(colon, floor);
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
        int word = sheet.wordStart(start, floor);
        boolean reports = MarkFinder.REPORTS.stream().anyMatch(folded.substring(word, colon)::contains);
        boolean owned = opensChunk(word) && isWordOfLabel(word, start);
        return Optional.of(new Mark(
                owned ? word : start,
                colon + 1,
                reports ? fields.stream().map(Field::forReports).distinct().toList() : List.copyOf(fields),
                true));
    }

    /** http: and 1024:768 are no labels. */
    private boolean isInsideValue(int colon) {
        boolean digits = colon > 0
                && colon + 1 < folded.length()
                && MarkFinder.isDigit(folded.charAt(colon - 1))
                && MarkFinder.isDigit(folded.charAt(colon + 1));
        return digits || folded.startsWith("//", colon + 1);
    }

    /** 电话（传真）： and 电话（24小时）：, as far as the bracket. */
    private int withoutRemark(int colon) {
        int close = colon - 1;
        if (close < 0 || folded.charAt(close) != ')') {
            return colon;
        }
        int open = sheet.lastBefore('(', close);
        boolean remark = open > 0
                && labels.before(folded, open, Math.max(0, open - MarkFinder.LONGEST_LABEL))
                        .isPresent();
        return remark ? open : colon;
    }

    /** 互联网新闻信息服务许可证（编号：37120180003）. */
    private Optional<LabelTree.Found> ofLicence(int colon, int floor) {
        int end = sheet.skipBlanksBack(colon, floor);
        int word = sheet.wordStart(end, floor);
        if (!NUMBER_WORDS.contains(folded.substring(word, end))) {
            return Optional.empty();
        }
        int at = word;
        while (at > 0 && word - at < 4 && " (《》,[\n".indexOf(folded.charAt(at - 1)) >= 0) {
            at--;
        }
        return labels.before(folded, at, Math.max(0, at - MarkFinder.LONGEST_LABEL))
                .filter(found -> found.field().form == Field.Form.LICENCE || found.field().form == Field.Form.NUMBER);
    }

    private int floor(int colon) {
        int at = colon;
        while (at > 0
                && colon - at < MarkFinder.LONGEST_LABEL
                && !marked.get(at - 1)
                && (STOPS.indexOf(folded.charAt(at - 1)) < 0 || isJoint(at - 1, colon))) {
            at--;
        }
        return at;
    }

    /** The stroke in 主管、主办: is no stop. */
    private boolean isJoint(int at, int colon) {
        return MarkFinder.JOINTS.indexOf(folded.charAt(at)) >= 0
                && colon - at < 10
                && labels.before(folded, at, Math.max(0, at - MarkFinder.LONGEST_LABEL))
                        .filter(found -> found.field().mayBeJoined())
                        .isPresent();
    }

    private Optional<LabelTree.Found> joined(int start, int floor, Field last) {
        int at = sheet.skipBlanksBack(start, floor);
        if (at > floor && MarkFinder.JOINTS.indexOf(folded.charAt(at - 1)) >= 0) {
            return labels.before(folded, sheet.skipBlanksBack(at - 1, floor), floor)
                    .filter(found -> found.field().mayBeJoined());
        }
        return at < start || !last.isHead()
                ? Optional.empty()
                : labels.before(folded, start, floor)
                        .filter(found -> found.field().isHead());
    }

    /** Whether no value can have begun here: what follows a colon directly is one. */
    private boolean opensChunk(int at) {
        return at == 0 || (folded.charAt(at - 1) != ':' && !marked.get(at - 1));
    }

    /** 24小时 in 24小时举报电话, but not 和平街173号 in 和平街173号邮编. */
    private boolean isWordOfLabel(int word, int start) {
        String before = folded.substring(word, start);
        return before.length() <= MarkFinder.LONGEST_UNKNOWN
                && (before.chars().noneMatch(MarkFinder::isDigit) || before.endsWith("小时"));
    }

    /** A label that we do not know ends the value before it all the same. */
    private Optional<Mark> unknown(int colon, int floor) {
        int end = sheet.skipBlanksBack(colon, floor);
        int start = sheet.wordStart(end, floor);
        boolean word = end > start
                && end - start <= MarkFinder.LONGEST_UNKNOWN
                && opensChunk(start)
                && folded.substring(start, end).chars().allMatch(Character::isLetterOrDigit);
        return word ? Optional.of(new Mark(start, colon + 1, List.of(Field.NOTHING), true)) : Optional.empty();
    }
}
