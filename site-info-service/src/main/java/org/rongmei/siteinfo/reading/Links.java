// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the target of a link says. */
final class Links {

    /** A contact that a link leads to. */
    record Contact(Field field, String value) {}

    private Links() {}

    static boolean leads(Sheet.Link link) {
        String target = lower(link);
        return !target.isEmpty() && !target.startsWith("#") && !target.startsWith("javascript:");
    }

    static boolean isContact(Sheet.Link link) {
        return lower(link).startsWith("tel:") || lower(link).startsWith("mailto:");
    }

    /** A contact of a field, as far as the target is one: mailto: makes a mail address of any of them. */
    static Optional<Contact> contact(Sheet.Link link, Field field) {
        String target = lower(link);
        boolean reports = field.forReports() == field;
        if (target.startsWith("mailto:")) {
            return Optional.of(new Contact(reports ? Field.REPORT_EMAIL : Field.EMAIL, behindColon(link)));
        }
        if (target.startsWith("tel:")) {
            return Optional.of(new Contact(
                    reports ? Field.REPORT_PHONE : field == Field.FAX ? Field.FAX : Field.PHONE, behindColon(link)));
        }
        if (leads(link) && (field.form == Field.Form.URL || reports) && !target.contains("beian.")) {
            return Optional.of(new Contact(field.form == Field.Form.URL ? field : Field.REPORT_URL, target(link)));
        }
        return Optional.empty();
    }

    private static String behindColon(Sheet.Link link) {
        String value = link.target().substring(link.target().indexOf(':') + 1);
        int question = value.indexOf('?');
        String address = question < 0 ? value : value.substring(0, question);
        try {
            return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .strip();
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    static String target(Sheet.Link link) {
        return link.target().startsWith("//") ? "https:" + link.target() : link.target();
    }

    /** The path of a section, as this suite writes them: /news/local/. */
    static @Nullable String section(Sheet.Link link) {
        String target = link.target();
        return target.matches("/(?:[a-z0-9-]{1,80}/){1,6}") ? target.substring(1, target.length() - 1) : null;
    }

    private static String lower(Sheet.Link link) {
        return link.target().toLowerCase(Locale.ROOT);
    }
}
