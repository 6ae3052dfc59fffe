// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.partner;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Conditional;

/** Somebody who takes our news under contract. Nothing that was ever agreed is forgotten: it says what they may hold. */
@Entity
class Partner {

    @Id
    private String login = "";

    private String name = "";
    private @Nullable String contact;
    private String kinds = "";

    @Column(name = "past_kinds")
    private String pastKinds = "";

    private String syndication = "";

    @Column(name = "valid_from")
    private Instant validFrom = Instant.EPOCH;

    @Column(name = "valid_to")
    private @Nullable Instant validTo;

    @Column(name = "quota_requests")
    private @Nullable Integer quotaRequests;

    @Column(name = "quota_per")
    private @Nullable String quotaPer;

    /** Milliseconds: another number whenever the entitlement changes. */
    private long terms;

    private boolean removed;

    @Column(name = "changed_at")
    private Instant changedAt = Instant.EPOCH;

    @Column(name = "changed_by")
    private String changedBy = "";

    @Version
    private long version;

    @ElementCollection
    @CollectionTable(name = "partner_section", joinColumns = @JoinColumn(name = "login"))
    private List<ContractSection> sections = new ArrayList<>();

    protected Partner() {} // for Jakarta Persistence

    Partner(String login) {
        this.login = login;
    }

    void agree(Agreement agreement, Instant now, String by) {
        Set<String> before = sectionIds();
        boolean sameTerms = !removed
                && before.equals(agreement.sections())
                && words(kinds).equals(agreement.kinds())
                && syndication.equals(agreement.syndication());
        name = agreement.name();
        contact = agreement.contact();
        syndication = agreement.syndication();
        validFrom = agreement.validFrom();
        validTo = agreement.validTo();
        quotaRequests = agreement.quota() == null ? null : agreement.quota().requests();
        quotaPer = agreement.quota() == null ? null : agreement.quota().per();
        removed = false;
        kinds = String.join(" ", agreement.kinds());
        Set<String> everKinds = words(pastKinds);
        everKinds.addAll(agreement.kinds());
        pastKinds = String.join(" ", everKinds);
        takeSections(agreement.sections());
        if (!sameTerms) {
            terms = Math.max(terms + 1, now.toEpochMilli());
        }
        touch(now, by);
    }

    private void takeSections(Set<String> wanted) {
        Set<String> ever = new TreeSet<>(wanted);
        sections.forEach(section -> ever.add(section.sectionId()));
        List<ContractSection> fresh = ever.stream()
                .map(id -> new ContractSection(id, wanted.contains(id)))
                .toList();
        if (!sections.equals(fresh)) {
            sections.clear();
            sections.addAll(fresh);
        }
    }

    void remove(Instant now, String by) {
        removed = true;
        touch(now, by);
    }

    void touch(Instant now, String by) {
        changedAt = now;
        changedBy = by;
    }

    Contract contract() {
        return new Contract(
                login,
                sectionIds(),
                sections.stream().map(ContractSection::sectionId).collect(Collectors.toSet()),
                words(kinds),
                words(pastKinds),
                syndication.equals("partners"),
                terms,
                validFrom,
                validTo,
                quota().orElse(null));
    }

    Set<String> sectionIds() {
        return sections.stream()
                .filter(ContractSection::isPresent)
                .map(ContractSection::sectionId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(String list) {
        return list.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(list.split(" ")));
    }

    /** Of what the chief-editor sees: it moves with every change, of credentials too. */
    String etag() {
        return Conditional.etag(login + " " + version + " " + changedAt);
    }

    String login() {
        return login;
    }

    String name() {
        return name;
    }

    @Nullable
    String contact() {
        return contact;
    }

    Set<String> kinds() {
        return words(kinds);
    }

    String syndication() {
        return syndication;
    }

    Instant validFrom() {
        return validFrom;
    }

    @Nullable
    Instant validTo() {
        return validTo;
    }

    Optional<Quota> quota() {
        return quotaRequests == null ? Optional.empty() : Optional.of(new Quota(quotaRequests, quotaPer));
    }

    boolean isRemoved() {
        return removed;
    }

    Instant changedAt() {
        return changedAt;
    }

    String changedBy() {
        return changedBy;
    }
}
