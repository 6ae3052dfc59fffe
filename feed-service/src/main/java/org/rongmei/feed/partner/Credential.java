// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A token that a partner is known by, of which we keep nothing but the hash. */
@Entity
class Credential {

    @Id
    private String id = "";

    private String login = "";

    @Column(name = "token_hash")
    private String tokenHash = "";

    @Column(name = "issued_at")
    private Instant issuedAt = Instant.EPOCH;

    @Column(name = "issued_by")
    private String issuedBy = "";

    @Column(name = "valid_to")
    private @Nullable Instant validTo;

    protected Credential() {} // for Jakarta Persistence

    Credential(String id, String login, Token token, Instant issuedAt, String issuedBy, @Nullable Instant validTo) {
        this.id = id;
        this.login = login;
        this.tokenHash = token.hash();
        this.issuedAt = issuedAt;
        this.issuedBy = issuedBy;
        this.validTo = validTo;
    }

    /** Lets it end, unless it ends before that anyway. */
    void endBy(Instant end) {
        if (validTo == null || validTo.isAfter(end)) {
            validTo = end;
        }
    }

    boolean isValidAt(Instant moment) {
        return validTo == null || validTo.isAfter(moment);
    }

    String id() {
        return id;
    }

    String login() {
        return login;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    String issuedBy() {
        return issuedBy;
    }

    @Nullable
    Instant validTo() {
        return validTo;
    }
}
