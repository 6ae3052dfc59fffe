// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rongmei.siteinfo.Finding;
import org.rongmei.siteinfo.law.Laws;

/** All that is to be said of a page, in the order of the page. The same page always gets the same answer. */
final class PageCheck {

    private static final int MOST_OF_ONE = 20;

    private static final List<Rule> RULES = List.of(
            new FilingRule(),
            new PoliceRule(),
            new NewsLicenceRule(),
            new ReportChannelRule(),
            new PrivacyRule(),
            new AudiovisualRule(),
            new AccessibilityRule());

    private PageCheck() {}

    /** @param at the moment whose laws count */
    static List<Finding> of(String html, Occasion occasion, Instant at) {
        Page page = PageReader.read(html);
        List<Finding> findings = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        RULES.forEach(rule -> rule.look(page, occasion, finding -> {
            if (counts.merge(finding.id(), 1, Integer::sum) <= MOST_OF_ONE) {
                Laws.cite(finding, at).ifPresent(findings::add);
            }
        }));
        // What is missing stands nowhere, and comes first.
        findings.sort(Comparator.comparing((Finding finding) ->
                        Optional.ofNullable(finding.offset()).orElse(-1))
                .thenComparing(Finding::id));
        return findings;
    }
}
