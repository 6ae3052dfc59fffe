// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.compliance;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongmei.siteinfo.Finding;

/**
 * Something to be told once.
 *
 * @param id a URN (RFC 9562) that stays as long as the matter is the same, so that no reader shows it twice
 * @param at when it was to be told first
 */
record Notice(String id, Instant at, String title, String text) {

    static Optional<Notice> of(String site, Expiry.Alert alert, Locale language) {
        Expiry expiry = alert.of();
        String id = id(site, expiry.kind(), expiry.label(), expiry.number(), expiry.until(), alert.days());
        return alert.finding()
                .map(finding -> new Notice(
                        id, alert.at(), expiry.title(alert.days()).in(language), text(finding.in(language))));
    }

    static Notice of(String site, Finding finding, Instant since, Locale language) {
        Finding.View view = finding.in(language);
        return new Notice(
                id(site, finding.id(), finding.excerpt()),
                since,
                finding.message().in(language),
                text(view));
    }

    /** All that a finding says, a sentence a line. */
    static String text(Finding.View finding) {
        Finding.@Nullable Law law = finding.law();
        return Stream.of(
                        finding.message(),
                        finding.excerpt(),
                        law == null ? null : "《" + law.name() + "》" + (law.article() == null ? "" : law.article()),
                        finding.penalty(),
                        finding.fix())
                .filter(line -> line != null)
                .collect(Collectors.joining("\n"));
    }

    static String id(@Nullable Object... parts) {
        String name = Stream.of(parts).map(String::valueOf).collect(Collectors.joining("\n"));
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
