// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.partner;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a partner may take, as it stands at one moment.
 *
 * @param sections ids of the sections in the contract, each with everything below it; {@code *} is all of them
 * @param everSections those and whatever was in it before: what the partner may have kept
 * @param kinds of articles: {@code original}, {@code reprint}
 * @param everKinds those and whatever was in it before
 * @param full whether the text of what is reserved for partners is included
 * @param terms of the entitlement, by the moment it was agreed (milliseconds): a change of it gives another number
 */
public record Contract(
        String login,
        Set<String> sections,
        Set<String> everSections,
        Set<String> kinds,
        Set<String> everKinds,
        boolean full,
        long terms,
        Instant validFrom,
        @Nullable Instant validTo,
        @Nullable Quota quota) {

    public Contract {
        sections = Set.copyOf(sections);
        everSections = Set.copyOf(everSections);
        kinds = Set.copyOf(kinds);
        everKinds = Set.copyOf(everKinds);
    }

    /** Whether every section is in it. */
    public boolean isForAllSections() {
        return sections.contains(ContractSection.ALL);
    }

    /** Whether every section is, or was, in it. */
    public boolean wasForAllSections() {
        return everSections.contains(ContractSection.ALL);
    }

    /** How often its partner may ask; without one, as often as it likes. */
    public Optional<Quota> limit() {
        return Optional.ofNullable(quota);
    }
}
