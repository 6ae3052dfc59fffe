// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.util.List;
import java.util.Optional;

/** Takes numbers that authorities give. */
final class NumberTaker {

    private final Sheet sheet;
    private final Ledger ledger;

    NumberTaker(Sheet sheet, Ledger ledger) {
        this.sheet = sheet;
        this.ledger = ledger;
    }

    /** The mark is the number, unless a colon follows the label of one that has another shape. */
    void filing(Mark mark, Span stretch) {
        if (!mark.colon()) {
            Span number = Filings.number(sheet.folded(), mark);
            if (ledger.identifier(mark.field(), null, Filings.normal(mark.field(), ledger.written(number)))) {
                ledger.take(mark.start(), mark.value());
            }
            return;
        }
        number(mark, stretch);
    }

    void number(Mark mark, Span stretch) {
        String label = ledger.written(new Span(mark.start(), mark.value()));
        Optional<Span> number = LicenceNumber.in(
                sheet,
                new Span(
                        stretch.start(),
                        sheet.chunkEnd(sheet.skipBlanks(stretch.start(), stretch.end()), stretch.end())),
                mark.colon());
        if (number.isPresent()) {
            Span span = number.get();
            if (ledger.identifier(mark.field(), label, Filings.normal(mark.field(), ledger.written(span)))) {
                ledger.take(mark.start(), span.end());
                if (mark.field() == Field.NEWS_LICENCE) {
                    holderInBrackets(span.end(), stretch.end());
                }
            }
            return;
        }
        boolean silent = sheet.skipBlanks(stretch.start(), stretch.end()) == stretch.end();
        if ((mark.is(Field.Form.LICENCE) || (mark.is(Field.Form.FILING) && silent))
                && ledger.identifier(mark.field(), label, null)) {
            ledger.take(mark.start(), mark.value());
        }
    }

    /** 37120240016（青岚县融媒体中心，采编发布服务、转载服务）. */
    private void holderInBrackets(int from, int limit) {
        int open = sheet.skipBlanks(from, limit);
        int close = open < limit && sheet.folded().charAt(open) == '('
                ? sheet.folded().indexOf(')', open)
                : -1;
        if (close < 0 || close >= limit) {
            return;
        }
        int start = open + 1;
        for (int at = start; at <= close; at++) {
            if (at == close || ",、;".indexOf(sheet.folded().charAt(at)) >= 0) {
                String part = ledger.inOneWord(new Span(start, at));
                boolean service =
                        part.contains("服务") || part.contains("采编") || part.contains("转载") || part.contains("平台");
                if (!part.isEmpty()) {
                    ledger.aboutNewsLicence(service ? null : part, service ? List.of(part) : List.of());
                }
                start = at + 1;
            }
        }
        ledger.take(open, close + 1);
    }
}
