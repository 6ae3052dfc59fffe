// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes telephone numbers and addresses of mail and web, as many as follow a label. */
final class ContactTaker {

    private static final int MOST = 20;
    private static final Pattern LEAD = Pattern.compile("[ ,、;/\n]{0,4}+(?:或|和)?+ ?+");
    /** A path begins with a stroke. */
    private static final Pattern LEAD_TO_WEB = Pattern.compile("[ ,、;\n]{0,4}+");

    private static final Pattern E_MAIL =
            Pattern.compile("[A-Z0-9._%+-]{1,64}+ ?[@#] ?[A-Z0-9-]{1,63}+(?:\\.[A-Z0-9-]{1,63}+){1,5}");
    /** Of the site itself. */
    private static final Pattern PATH = Pattern.compile("/[!-{}~]{1,200}+");

    private static final Pattern WEB = Pattern.compile(
            "(?:HTTPS?://|WWW\\.)[!-{}~]{3,280}+|[A-Z0-9-]{1,63}+(?:\\.[A-Z0-9-]{1,63}+){1,5}(?:/[!-{}~]{0,200}+)?");

    private final Sheet sheet;
    private final Ledger ledger;

    ContactTaker(Sheet sheet, Ledger ledger) {
        this.sheet = sheet;
        this.ledger = ledger;
    }

    /** Whether there was any. */
    boolean take(Mark mark, Span stretch) {
        boolean any = false;
        int at = stretch.start();
        for (int count = 0; count < MOST; count++) {
            Matcher lead = (mark.is(Field.Form.URL) ? LEAD_TO_WEB : LEAD)
                    .matcher(sheet.folded())
                    .region(at, stretch.end());
            int from = lead.lookingAt() ? lead.end() : at;
            int end = one(mark, new Span(from, stretch.end()));
            if (end <= from) {
                break;
            }
            ledger.take(any ? at : mark.start(), end);
            any = true;
            at = end;
        }
        return any || link(mark, stretch);
    }

    private int one(Mark mark, Span stretch) {
        Optional<Span> path = mark.is(Field.Form.URL) ? looking(PATH, stretch) : Optional.empty();
        if (path.isPresent()) {
            return assign(mark, Field.Form.URL, List.of(ledger.plain(path.get())))
                    ? path.get().end()
                    : -1;
        }
        Optional<Span> mail = looking(E_MAIL, stretch);
        if (mail.isPresent()) {
            return assign(mark, Field.Form.EMAIL, List.of(ledger.plain(mail.get())))
                    ? mail.get().end()
                    : -1;
        }
        Optional<Span> web = looking(WEB, stretch);
        if (web.isPresent()
                && !sheet.folded().substring(web.get().start(), web.get().end()).matches("[0-9.-]{1,400}")) {
            return assign(mark, Field.Form.URL, List.of(ledger.plain(web.get())))
                    ? web.get().end()
                    : -1;
        }
        Phones.Read phones = Phones.in(sheet, stretch);
        return !phones.numbers().isEmpty() && assign(mark, Field.Form.PHONE, phones.numbers()) ? phones.end() : -1;
    }

    private Optional<Span> looking(Pattern pattern, Span stretch) {
        Matcher matcher = pattern.matcher(sheet.folded()).region(stretch.start(), stretch.end());
        return matcher.lookingAt() ? Optional.of(new Span(matcher.start(), matcher.end())) : Optional.empty();
    }

    /** A label that takes complaints takes them in any way; the others take what they say. */
    private boolean assign(Mark mark, Field.Form form, List<String> values) {
        List<Field> fields =
                mark.fields().stream().filter(field -> field.form == form).toList();
        if (fields.isEmpty() && mark.fields().stream().allMatch(field -> field == field.forReports())) {
            fields = List.of(
                    switch (form) {
                        case EMAIL -> Field.REPORT_EMAIL;
                        case URL -> Field.REPORT_URL;
                        default -> Field.REPORT_PHONE;
                    });
        }
        boolean kept = !fields.isEmpty();
        for (Field field : fields) {
            for (String value : values) {
                kept &= ledger.contact(field, value);
            }
        }
        return kept;
    }

    /** 举报入口：点此举报, where only the link says the address. */
    private boolean link(Mark mark, Span stretch) {
        for (Sheet.Link link : sheet.links()) {
            boolean here =
                    link.start() >= mark.value() && link.start() <= sheet.skipBlanks(stretch.start(), stretch.end());
            if (here
                    && !link.isPicture()
                    && Links.contact(link, mark.field())
                            .filter(found -> ledger.contact(found.field(), found.value()))
                            .isPresent()) {
                ledger.take(mark.start(), link.end());
                return true;
            }
        }
        return false;
    }
}
