// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongmei.siteinfo.Finding;
import org.rongmei.siteinfo.Severity;
import org.rongmei.siteinfo.identifier.IdentifierKind;
import org.rongmei.siteinfo.identifier.Sighting;
import org.rongmei.siteinfo.identifier.Verdict;

/** The numbers of one kind that a page shows, seen through to the rules of their kind and to the site's register. */
final class Numbers {

    /** A page shows one or two; whoever sends thousands learns enough from these. */
    private static final int MOST = 30;

    private Numbers() {}

    static List<Sighting> of(Page page, IdentifierKind kind) {
        return page.sightings().stream()
                .filter(sighting -> sighting.kind() == kind)
                .limit(MOST)
                .toList();
    }

    /** What readers see of them; of those that all are hidden, none. */
    static List<Sighting> seen(Page page, List<Sighting> sightings) {
        return sightings.stream()
                .filter(sighting -> !page.isHidden(sighting.start(), sighting.end()))
                .toList();
    }

    static Finding at(Page page, Sighting sighting, Finding finding) {
        return page.at(sighting.start(), sighting.end(), finding);
    }

    /** Whether the number is formed as it should be, and the one that the register has. Numbers of doubt are not compared. */
    static void judge(Page page, Sighting sighting, Occasion occasion, Consumer<Finding> found) {
        Verdict verdict = sighting.kind().judge(sighting.text());
        verdict.findings().forEach(finding -> found.accept(at(page, sighting, finding)));
        @Nullable String shown = verdict.normalized();
        boolean doubtful = verdict.findings().stream().anyMatch(finding -> finding.severity() != Severity.INFO);
        if (shown == null || doubtful) {
            return;
        }
        List<String> registered = occasion.registered(sighting.kind()).toList();
        if (!registered.isEmpty() && registered.stream().noneMatch(number -> isSame(sighting.kind(), number, shown))) {
            found.accept(at(page, sighting, mismatch(shown, registered.get(0))));
        }
    }

    static Finding mismatch(String shown, String registered) {
        return Finding.error(
                        "REGISTER_MISMATCH",
                        "页面上的号码是%s，登记信息里的是%s。",
                        "The page shows %s; the register has %s.",
                        shown,
                        registered)
                .mendedBy("改用登记信息里的号码，或更正登记信息。", "Show the number of the register, or put the register right.");
    }

    /** A site may show the number of its subject, without its own serial: provinces differ in what they want. */
    private static boolean isSame(IdentifierKind kind, String registered, String shown) {
        if (kind != IdentifierKind.ICP_RECORD) {
            return registered.equals(shown);
        }
        boolean both = Stream.of(registered, shown).allMatch(number -> number.contains("号-"));
        return both ? registered.equals(shown) : subject(registered).equals(subject(shown));
    }

    private static String subject(String number) {
        return number.replaceFirst("号-.*", "号");
    }
}
