// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rongmei.siteinfo.register.Register;

/** Takes what has no label and is known by its kind: links, rows of links in plain text, and badges. */
final class StepTaker {

    private static final int LONGEST_STEP = 10;
    private static final int LONGEST_LINK = 14;
    private static final int LONGEST_BADGE = 24;
    private static final String JOINTS = "|-·/•、»>";

    private final Sheet sheet;
    private final Ledger ledger;
    private final Vocabulary vocabulary;
    /** Where a label that the register has no field for claims what follows: 友情链接. */
    private final BitSet claimed;

    StepTaker(Sheet sheet, Ledger ledger, Vocabulary vocabulary, BitSet claimed) {
        this.sheet = sheet;
        this.ledger = ledger;
        this.vocabulary = vocabulary;
        this.claimed = claimed;
    }

    void links() {
        for (Sheet.Link link : sheet.links()) {
            int start = sheet.skipBlanks(link.start(), link.end());
            int end = sheet.skipBlanksBack(link.end(), start);
            Span span = new Span(start, end);
            if (!span.isEmpty() && ledger.isFree(start, end) && !isClaimed(span)) {
                link(link, span, sheet.compact(start, end));
            }
        }
    }

    private void link(Sheet.Link link, Span span, String label) {
        if (Links.isContact(link)) {
            vocabulary
                    .labels()
                    .before(label, label.length(), 0)
                    .flatMap(found -> Links.contact(link, reported(label, found.field())))
                    .filter(contact -> ledger.contact(contact.field(), contact.value()))
                    .ifPresent(contact -> ledger.take(span.start(), span.end()));
            return;
        }
        boolean reports = label.contains("举报") || label.contains("12377");
        boolean isPrivacy = label.contains("隐私");
        if (reports && !link.isPicture()) {
            Links.contact(link, Field.REPORT_URL)
                    .filter(contact -> ledger.contact(contact.field(), contact.value()))
                    .ifPresent(contact -> ledger.take(span.start(), span.end()));
            return;
        }
        if (isPrivacy && Links.leads(link)) {
            ledger.contact(Field.PRIVACY_URL, Links.target(link));
        }
        if (!isPrivacy && label.length() <= LONGEST_BADGE && vocabulary.isBadge(label)) {
            badge(link, span);
        } else if (!link.isPicture() && isLabel(label, LONGEST_LINK) && step(link, span, label)) {
            ledger.take(span.start(), span.end());
        }
    }

    private static Field reported(String label, Field field) {
        return label.contains("举报") ? field.forReports() : field;
    }

    private void badge(Sheet.Link link, Span span) {
        Sheet.@Nullable Link around = sheet.links().stream()
                .filter(other -> !other.isPicture() && other.start() <= span.start() && other.end() >= span.end())
                .findFirst()
                .orElse(null);
        Register.Badge badge = new Register.Badge(
                ledger.written(span),
                link.isPicture() ? address(Links.target(link), "https:") : null,
                around == null ? null : address(Links.target(around), "http"),
                null);
        if (ledger.badge(badge)) {
            ledger.take(span.start(), span.end());
        }
    }

    private static @Nullable URI address(String target, String scheme) {
        try {
            return target.toLowerCase(Locale.ROOT).startsWith(scheme) ? new URI(target) : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private boolean step(Sheet.Link link, Span span, String label) {
        String written = ledger.inOneWord(span);
        String action = vocabulary.action(label).orElse("");
        if (!action.isEmpty()) {
            return ledger.step(written, "action", action);
        }
        if (!Links.leads(link)) {
            return ledger.step(written, vocabulary.isSection(label) ? "section" : "page", null);
        }
        @Nullable String section = vocabulary.isPage(label) ? null : Links.section(link);
        return section == null
                ? ledger.step(written, "page", Links.target(link))
                : ledger.step(written, "section", section);
    }

    /** 关于我们 - 本地新闻 - 设为首页: words in a row, of which enough are those that footers link to. */
    void rows() {
        int line = 0;
        while (line < sheet.folded().length()) {
            int end = sheet.lineEnd(line);
            row(line, end);
            line = end + 1;
        }
    }

    private void row(int from, int to) {
        List<Span> run = new ArrayList<>();
        boolean joined = false;
        int at = from;
        while (at < to) {
            int start = at;
            while (start < to && isDivider(start)) {
                joined |= !run.isEmpty() && sheet.folded().charAt(start) != ' ';
                start++;
            }
            int end = start;
            while (end < to && !isDivider(end)) {
                end++;
            }
            Span word = new Span(start, end);
            if (!word.isEmpty() && isItem(word)) {
                run.add(word);
            } else {
                accept(run, joined);
                run.clear();
                joined = false;
            }
            at = Math.max(end, at + 1);
        }
        accept(run, joined);
    }

    private boolean isDivider(int at) {
        char character = sheet.folded().charAt(at);
        return character == ' ' || JOINTS.indexOf(character) >= 0;
    }

    private boolean isItem(Span word) {
        String label = sheet.folded().substring(word.start(), word.end());
        return ledger.isFree(word.start(), word.end())
                && !isClaimed(word)
                && isLabel(label, LONGEST_STEP)
                && (vocabulary.isStep(label) || !vocabulary.isBadge(label));
    }

    private static boolean isLabel(String label, int longest) {
        return label.length() >= 2
                && label.length() <= longest
                && label.chars()
                        .allMatch(character -> Character.isLetterOrDigit(character) || "()+".indexOf(character) >= 0)
                && label.chars().anyMatch(Character::isLetter);
    }

    private void accept(List<Span> run, boolean joined) {
        long sure = run.stream().map(this::label).filter(vocabulary::isStep).count();
        long sections =
                run.stream().map(this::label).filter(vocabulary::isSection).count();
        boolean isRow = joined
                ? (run.size() >= 3 && sure >= 1 && (sure + sections) * 3 >= run.size())
                        || (run.size() == 2 && sure == 2)
                : run.size() >= 2 && sure >= 2 && sure * 2 >= run.size();
        if (!isRow) {
            return;
        }
        for (Span word : run) {
            String label = label(word);
            String action = vocabulary.action(label).orElse("");
            String kind = !action.isEmpty() ? "action" : vocabulary.isSection(label) ? "section" : "page";
            if (ledger.step(ledger.written(word), kind, action.isEmpty() ? null : action)) {
                ledger.take(word.start(), word.end());
            }
        }
    }

    private String label(Span word) {
        return sheet.folded().substring(word.start(), word.end());
    }

    void badges() {
        int start = 0;
        for (int at = 0; at <= sheet.folded().length(); at++) {
            if (at == sheet.folded().length()
                    || " \n|,。;、:".indexOf(sheet.folded().charAt(at)) >= 0) {
                Span word = new Span(start, at);
                if (at - start >= 2
                        && at - start <= LONGEST_BADGE
                        && ledger.isFree(start, at)
                        && !isClaimed(word)
                        && vocabulary.isBadge(label(word))
                        && ledger.badge(new Register.Badge(ledger.written(word), null, null, null))) {
                    ledger.take(start, at);
                }
                start = at + 1;
            }
        }
    }

    private boolean isClaimed(Span span) {
        int next = claimed.nextSetBit(span.start());
        return next >= 0 && next < span.end();
    }
}
