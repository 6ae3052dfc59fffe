// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.util.BitSet;
import java.util.List;
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
    private final OrganisationTaker organisations;
    private final NumberTaker numbers;
    private final ContactTaker contacts;

    private FooterParser(Sheet sheet) {
        this.sheet = sheet;
        this.ledger = new Ledger(sheet);
        this.organisations = new OrganisationTaker(sheet, ledger, claimed);
        this.numbers = new NumberTaker(sheet, ledger);
        this.contacts = new ContactTaker(sheet, ledger);
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
        organisations.roles();
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
            case ORGANISATION -> organisations.take(mark, stretch);
            case FILING -> numbers.filing(mark, stretch);
            case LICENCE, NUMBER -> numbers.number(mark, stretch);
            case ADDRESS -> address(mark, stretch);
            case POSTCODE -> postcode(mark, stretch);
            case PHONE, EMAIL, URL -> contacts.take(mark, stretch);
            case WORDS -> words(mark, stretch);
            case NONE ->
                claimed.set(mark.start(), Math.max(mark.value(), sheet.chunkEnd(stretch.start(), stretch.end())));
        }
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
}
