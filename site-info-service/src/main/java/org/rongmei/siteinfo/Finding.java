// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Sentence;

/** A rule that something keeps badly: its name for machines, and a sentence for people that says which rule it is. */
public record Finding(
        String id,
        Severity severity,
        Sentence message,
        @Nullable String excerpt,
        @Nullable Integer offset,
        @Nullable Law law,
        @Nullable Sentence penalty,
        @Nullable Sentence fix) {

    /** Where a rule is written down. */
    public record Law(String name, @Nullable String article) {}

    /** On the wire. {@code offset} counts UTF-16 code units, as JavaScript and Java do, in the HTML that was sent. */
    public record View(
            String id,
            String severity,
            String message,
            @Nullable String excerpt,
            @Nullable Integer offset,
            @Nullable Law law,
            @Nullable String penalty,
            @Nullable String fix) {}

    public static Finding error(String id, String chinese, String english, Object... arguments) {
        return of(id, Severity.ERROR, Sentence.of(chinese, english, arguments));
    }

    public static Finding error(String id, Sentence message) {
        return of(id, Severity.ERROR, message);
    }

    public static Finding warning(String id, Sentence message) {
        return of(id, Severity.WARNING, message);
    }

    public static Finding warning(String id, String chinese, String english, Object... arguments) {
        return of(id, Severity.WARNING, Sentence.of(chinese, english, arguments));
    }

    public static Finding info(String id, String chinese, String english, Object... arguments) {
        return of(id, Severity.INFO, Sentence.of(chinese, english, arguments));
    }

    private static Finding of(String id, Severity severity, Sentence message) {
        return new Finding(id, severity, message, null, null, null, null, null);
    }

    public Finding at(String place) {
        return new Finding(id, severity, message, place, offset, law, penalty, fix);
    }

    public Finding at(@Nullable String place, int newOffset) {
        return new Finding(id, severity, message, place, newOffset, law, penalty, fix);
    }

    public Finding under(Law rule) {
        return new Finding(id, severity, message, excerpt, offset, rule, penalty, fix);
    }

    public Finding under(Law rule, @Nullable Sentence threat) {
        return new Finding(id, severity, message, excerpt, offset, rule, threat, fix);
    }

    /** The same, weighing differently. */
    public Finding as(Severity other) {
        return new Finding(id, other, message, excerpt, offset, law, penalty, fix);
    }

    public Finding mendedBy(String chinese, String english, Object... arguments) {
        return new Finding(
                id, severity, message, excerpt, offset, law, penalty, Sentence.of(chinese, english, arguments));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    public View in(Locale language) {
        return new View(
                id,
                severity.toString(),
                message.in(language),
                excerpt,
                offset,
                law,
                penalty == null ? null : penalty.in(language),
                fix == null ? null : fix.in(language));
    }
}
