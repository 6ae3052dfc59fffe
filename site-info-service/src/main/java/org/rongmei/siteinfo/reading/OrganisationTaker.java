// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.util.BitSet;
import java.util.List;

/** Takes names of organisations: behind their label, before it, or on either side of a claim of copyright. */
final class OrganisationTaker {

    private final Sheet sheet;
    private final Ledger ledger;
    private final BitSet claimed;

    /** @param claimed where a label that the register has no field for claims what follows */
    OrganisationTaker(Sheet sheet, Ledger ledger, BitSet claimed) {
        this.sheet = sheet;
        this.ledger = ledger;
        this.claimed = claimed;
    }

    void take(Mark mark, Span stretch) {
        boolean claim = mark.field() == Field.COPYRIGHT_HOLDER;
        List<Span> names = Names.in(sheet, stretch, !claim);
        if (claim && (names.isEmpty() || !isHolder(mark, names.get(0)))) {
            holderBefore(mark);
            return;
        }
        for (Span name : names) {
            String written = ledger.inOneWord(name);
            boolean kept = mark.field() == Field.LICENCE_HOLDER
                    ? ledger.aboutNewsLicence(written, List.of())
                    : mark.fields().stream()
                            .filter(field -> field.form == Field.Form.ORGANISATION)
                            .map(field -> ledger.organisation(field, written))
                            .reduce(true, Boolean::logicalAnd);
            if (kept) {
                ledger.take(mark.start(), name.end());
            }
        }
    }

    /** What follows a colon or a year may be any name; what follows a bare 版权所有 must look like one. */
    private boolean isHolder(Mark mark, Span name) {
        String claim = sheet.folded().substring(mark.start(), mark.value());
        String text = sheet.folded().substring(name.start(), name.end());
        boolean said = claim.contains(":") || claim.chars().anyMatch(MarkFinder::isDigit) || claim.contains("©");
        return Names.isName(text)
                || (said && !Copyright.isDomain(text) && text.chars().anyMatch(Character::isLetter));
    }

    /** 青岚新闻网 版权所有: the name stands before the claim, and nothing else has claimed it. */
    private void holderBefore(Mark mark) {
        int floor = sheet.lineStart(mark.start());
        int end = sheet.skipBlanksBack(mark.start(), floor);
        int start = end;
        while (start > floor
                && " |,。;:、©".indexOf(sheet.folded().charAt(start - 1)) < 0
                && !ledger.isTaken(start - 1)) {
            start--;
        }
        Span name = new Span(start, end);
        if (ledger.isFree(start, end)
                && !claimed.get(start)
                && Names.isName(sheet.folded().substring(start, end))
                && ledger.organisation(Field.COPYRIGHT_HOLDER, ledger.inOneWord(name))) {
            ledger.take(start, mark.value());
        }
    }

    /** 青岚县融媒体中心主办, where nothing else was read. */
    void roles() {
        int at = 0;
        while (at < sheet.folded().length()) {
            int end = Math.min(sheet.lineEnd(at), ledger.nextTaken(at).orElse(Integer.MAX_VALUE));
            if (end > at) {
                for (Roles.Held held : Roles.in(sheet, new Span(at, end))) {
                    Span whole = held.whole();
                    if (ledger.isFree(whole.start(), whole.end())
                            && !claimed.get(whole.start())
                            && ledger.organisation(held.field(), ledger.inOneWord(held.name()))) {
                        ledger.take(whole.start(), whole.end());
                    }
                }
            }
            at = end + 1;
        }
    }
}
