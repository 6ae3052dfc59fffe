// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.partner;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contract as the chief-editor sees it. Of credentials it shows that they exist, and nothing to enter with. */
public record PartnerView(
        String login,
        String name,
        @Nullable String contact,
        List<String> sections,
        List<String> kinds,
        String syndication,
        Instant validFrom,
        @Nullable Instant validTo,
        @Nullable Quota quota,
        List<CredentialView> credentials,
        Instant changedAt,
        String changedBy) {

    /** A token that is in force, or will end on its own. */
    public record CredentialView(
            String id,
            Instant issuedAt,
            String issuedBy,
            @Nullable Instant validTo) {

        static CredentialView of(Credential credential) {
            return new CredentialView(
                    credential.id(), credential.issuedAt(), credential.issuedBy(), credential.validTo());
        }
    }

    static PartnerView of(Partner partner, List<String> sections, List<Credential> credentials) {
        return new PartnerView(
                partner.login(),
                partner.name(),
                partner.contact(),
                sections,
                List.copyOf(partner.kinds()),
                partner.syndication(),
                partner.validFrom(),
                partner.validTo(),
                partner.quota().orElse(null),
                credentials.stream().map(CredentialView::of).toList(),
                partner.changedAt(),
                partner.changedBy());
    }
}
