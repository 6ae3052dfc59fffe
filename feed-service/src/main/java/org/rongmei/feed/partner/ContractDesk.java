// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongmei.feed.entry.Section;
import org.rongmei.feed.entry.Sections;
import org.rongmei.kit.Checked;
import org.rongmei.kit.Conditional;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** Where contracts are made, changed and ended. Each change is in force with its commit, on every node. */
@ApplicationScoped
@Transactional
public class ContractDesk {

    /** A contract, as it is after what was done, and its tag. */
    record Outcome(PartnerView view, String etag, boolean created) {}

    private static final Jsonb JSON = JsonbBuilder.create();
    private static final int USUAL_OVERLAP_HOURS = 24;
    private static final int LONGEST_OVERLAP_HOURS = 720;
    private static final int MOST_CREDENTIALS = 20;
    private static final String LOGIN = "[\\p{L}\\p{N}._@-]{1,100}";

    @Inject
    Partners partners;

    @Inject
    Credentials credentials;

    @Inject
    ContractChanges changes;

    @Inject
    Sections sections;

    @Inject
    Checked checked;

    @Inject
    InstantSource clock;

    /** @throws PartnerNotFound for whom there is no contract */
    Outcome get(String login) {
        return outcome(partners.get(login), false);
    }

    List<PartnerView> after(String login, int limit) {
        return partners.after(login, limit).stream().map(this::view).toList();
    }

    /** The latest first. There also when the contract is not: what was done stays done. */
    List<ContractChange> changes(String login, long before, int limit) {
        if (partners.findEver(login).isEmpty()) {
            throw new PartnerNotFound(login);
        }
        return changes.before(login, before, limit);
    }

    /** @throws Problem 400 for a login that is none, 428 and 412 by the preconditions, 422 for what the rules refuse */
    Outcome put(String login, @Nullable String ifMatch, PartnerDraft draft, String by) {
        if (!login.matches(LOGIN)) {
            throw Problem.badRequest(
                    "login", Sentence.of("登录名是 1 到 100 个字母、数字或 ._@-。", "A login is 1 to 100 letters, digits or ._@-."));
        }
        Optional<Partner> known = partners.find(login);
        requireMatch(known, ifMatch);
        Instant now = clock.instant();
        Agreement agreement = Agreement.of(checked.valid(draft), now, this::openSection);
        Partner partner = partners.findEver(login).orElseGet(() -> partners.add(new Partner(login)));
        partner.agree(agreement, now, by);
        Outcome outcome = outcome(partner, known.isEmpty());
        note(login, now, by, known.isEmpty() ? "agreed" : "changed", JSON.toJson(outcome.view()));
        return outcome;
    }

    /** Ends a contract at once, with all its credentials. */
    void delete(String login, @Nullable String ifMatch, String by) {
        Partner partner = partners.get(login);
        requireMatch(Optional.of(partner), ifMatch);
        Instant now = clock.instant();
        credentials.validOf(login, now).forEach(credential -> credential.endBy(now));
        partner.remove(now, by);
        note(login, now, by, "removed", "");
    }

    /**
     * A new token, beside which those that there are stay good for a while: so long a partner has to bring the new one to
     * all its machines.
     */
    IssuedCredential issue(String login, CredentialDraft draft, String by) {
        Partner partner = partners.get(login);
        Instant now = clock.instant();
        int overlap = draft.overlapHours() == null ? USUAL_OVERLAP_HOURS : draft.overlapHours();
        if (overlap < 0 || overlap > LONGEST_OVERLAP_HOURS) {
            throw Problem.unprocessable(
                    "overlapHours", Sentence.of("overlapHours 是 0 到 720。", "overlapHours is 0 to 720."));
        }
        if (draft.validTo() != null && !draft.validTo().isAfter(now)) {
            throw Problem.unprocessable("validTo", Sentence.of("validTo 已经过去。", "validTo has passed already."));
        }
        List<Credential> before = credentials.validOf(login, now);
        if (before.size() >= MOST_CREDENTIALS) {
            throw new Problem(
                    409,
                    "too-many-credentials",
                    Sentence.of("有效的令牌已有 20 个，请先收回一些。", "There are 20 tokens in force: revoke some first."));
        }
        before.forEach(credential -> credential.endBy(now.plus(Duration.ofHours(overlap))));
        Token token = Token.make();
        Credential issued = new Credential(Token.makeId(), login, token, now, by, draft.validTo());
        credentials.add(issued);
        partner.touch(now, by);
        note(login, now, by, "credential-issued", issued.id());
        return new IssuedCredential(issued.id(), token.text(), now, draft.validTo());
    }

    /** Whoever comes with it from now on is nobody, at whichever node. */
    void revoke(String login, String credentialId, @Nullable String ifMatch, String by) {
        Partner partner = partners.get(login);
        Instant now = clock.instant();
        Credential credential = credentials.validOf(login, now).stream()
                .filter(each -> each.id().equals(credentialId))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        404,
                        "credential-not-found",
                        Sentence.of("没有这个令牌，或者它已失效。", "There is no such credential, or it is over.")));
        requireMatch(Optional.of(partner), ifMatch);
        credential.endBy(now);
        partner.touch(now, by);
        note(login, now, by, "credential-revoked", credentialId);
    }

    private static void requireMatch(Optional<Partner> partner, @Nullable String ifMatch) {
        if (partner.isPresent()) {
            Conditional.requireMatch(ifMatch, partner.get().etag());
        } else if (ifMatch != null) {
            // RFC 9110, 13.1.1: where there is nothing, not even * matches.
            Conditional.requireMatch("\"\"", tag -> false);
        }
    }

    private Optional<String> openSection(String path) {
        return sections.find(path).filter(section -> !section.isClosed()).map(Section::id);
    }

    private Outcome outcome(Partner partner, boolean created) {
        partners.flush();
        return new Outcome(view(partner), partner.etag(), created);
    }

    private PartnerView view(Partner partner) {
        List<String> paths = partner.sectionIds().stream()
                .map(id -> sections.findById(id).map(Section::path).orElse(id))
                .sorted()
                .toList();
        return PartnerView.of(partner, paths, credentials.validOf(partner.login(), clock.instant()));
    }

    private void note(String login, Instant at, String by, String action, String details) {
        changes.add(new ContractChange(login, at, by, action, details));
    }
}
