// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a footer into the fields of a register. A value goes where its label says; what has no label goes nowhere, but for
 * numbers that say themselves what they are, rows of links, and badges. The same footer always gets the same answer, in
 * time that grows with its length.
 */
final class FooterParser {

    private static final Pattern LABEL_BEHIND = Pattern.compile("(?<![0-9])(?<code>[0-9]{6}) ?\\((?:邮编|邮政编码)\\)");

    private final Sheet sheet;
    private final Vocabulary vocabulary = Vocabulary.KNOWN;
    private final Ledger ledger;
    private final List<Mark> marks;
    private final BitSet claimed = new BitSet();

    private FooterParser(Sheet sheet) {
        this.sheet = sheet;
        this.ledger = new Ledger(sheet);
        this.marks = MarkFinder.in(sheet, vocabulary);
    }

    static FooterReading parseText(String text) {
        return new FooterParser(Sheet.of(text)).parse();
    }

    /** @throws org.rongmei.kit.Problem 413 for more tags than a page has */
    static FooterReading parseHtml(String html) {
        return new FooterParser(SheetReader.read(html, Vocabulary.KNOWN)).parse();
    }

    private FooterReading parse() {
        postcodesBeforeLabels();
        for (int index = 0; index < marks.size(); index++) {
            Mark mark = marks.get(index);
            int next = index + 1 < marks.size()
                    ? marks.get(index + 1).start()
                    : sheet.folded().length();
            take(mark, stretch(mark, next));
        }
        roles();
        StepTaker steps = new StepTaker(sheet, ledger, vocabulary, claimed);
        steps.links();
        steps.rows();
        steps.badges();
        return ledger.reading(Remainder.of(sheet, ledger));
    }

    /** A value stands in the line of its label, or in the next one where a colon is the last of a line. */
    private Span stretch(Mark mark, int next) {
        int end = Math.min(next, sheet.lineEnd(mark.value()));
        boolean empty = sheet.skipBlanks(mark.value(), end) == end && end < next;
        if (mark.colon() && empty) {
            int start = end + 1;
            return new Span(start, Math.max(start, Math.min(next, sheet.lineEnd(start))));
        }
        return new Span(mark.value(), end);
    }

    private void take(Mark mark, Span stretch) {
        switch (mark.field().form) {
            case ORGANISATION -> organisations(mark, stretch);
            case FILING -> filing(mark, stretch);
            case LICENCE, NUMBER -> number(mark, stretch);
            case ADDRESS -> address(mark, stretch);
            case POSTCODE -> postcode(mark, stretch);
            case PHONE, EMAIL, URL -> new ContactTaker(sheet, ledger).take(mark, stretch);
            case WORDS -> words(mark, stretch);
            case NONE ->
                claimed.set(mark.start(), Math.max(mark.value(), sheet.chunkEnd(stretch.start(), stretch.end())));
        }
    }

    private void organisations(Mark mark, Span stretch) {
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
                && !isClaimed(start)
                && Names.isName(sheet.folded().substring(start, end))
                && ledger.organisation(Field.COPYRIGHT_HOLDER, ledger.inOneWord(name))) {
            ledger.take(start, mark.value());
        }
    }

    private boolean isClaimed(int at) {
        return claimed.get(at);
    }

    /** The mark is the number, unless a colon follows the label of one that has another shape. */
    private void filing(Mark mark, Span stretch) {
        if (!mark.colon()) {
            Span number = Filings.number(sheet.folded(), mark);
            if (ledger.identifier(mark.field(), null, Filings.normal(mark.field(), ledger.written(number)))) {
                ledger.take(mark.start(), mark.value());
            }
            return;
        }
        number(mark, stretch);
    }

    private void number(Mark mark, Span stretch) {
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

    private void address(Mark mark, Span stretch) {
        Span place = Places.in(sheet, stretch);
        if (ledger.address(Places.tidy(ledger.written(place)))) {
            ledger.take(mark.start(), place.end());
        }
        if (mark.fields().contains(Field.POSTCODE)) {
            postcode(mark, new Span(place.end(), stretch.end()));
        }
    }

    private void postcode(Mark mark, Span stretch) {
        int start = sheet.skipBlanks(stretch.start(), stretch.end());
        int end = start;
        for (int at = start; at < stretch.end() && at - start < 20; at++) {
            char character = sheet.folded().charAt(at);
            boolean spaced = character == ' '
                    && end == at
                    && at + 1 < stretch.end()
                    && MarkFinder.isDigit(sheet.folded().charAt(at + 1))
                    && sheet.compact(start, at).length() < 6;
            if (MarkFinder.isDigit(character)) {
                end = at + 1;
            } else if (!spaced) {
                break;
            }
        }
        if (ledger.postcode(ledger.plain(new Span(start, end)))) {
            ledger.take(mark.start(), end);
        }
    }

    /** 408000(邮编). */
    private void postcodesBeforeLabels() {
        Matcher matcher = LABEL_BEHIND.matcher(sheet.folded());
        while (matcher.find()) {
            if (ledger.postcode(matcher.group("code"))) {
                ledger.take(matcher.start(), matcher.end());
            }
        }
    }

    private void words(Mark mark, Span stretch) {
        int start = sheet.skipBlanks(stretch.start(), stretch.end());
        int end = sheet.chunkEnd(start, stretch.end());
        Span value = new Span(start, end);
        boolean kept = switch (mark.field()) {
            case NAME -> ledger.name(ledger.inOneWord(first(value)));
            case HOST ->
                mark.colon()
                        && Copyright.isDomain(sheet.compact(start, first(value).end()))
                        && ledger.host(Copyright.host(ledger.plain(first(value))));
            default ->
                ledger.aboutNewsLicence(null, List.of(ledger.inOneWord(value).split("[、，,；;]", 10)));
        };
        if (kept) {
            ledger.take(
                    mark.start(),
                    mark.field() == Field.LICENCE_CATEGORIES
                            ? end
                            : first(value).end());
        }
    }

    private Span first(Span value) {
        int blank = sheet.folded().indexOf(' ', value.start());
        return new Span(value.start(), blank < 0 ? value.end() : Math.min(blank, value.end()));
    }

    /** 青岚县融媒体中心主办, where nothing else was read. */
    private void roles() {
        int at = 0;
        while (at < sheet.folded().length()) {
            int end = Math.min(sheet.lineEnd(at), ledger.nextTaken(at).orElse(Integer.MAX_VALUE));
            if (end > at) {
                for (Roles.Held held : Roles.in(sheet, new Span(at, end))) {
                    Span whole = held.whole();
                    if (ledger.isFree(whole.start(), whole.end())
                            && !isClaimed(whole.start())
                            && ledger.organisation(held.field(), ledger.inOneWord(held.name()))) {
                        ledger.take(whole.start(), whole.end());
                    }
                }
            }
            at = end + 1;
        }
    }
}
