// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.SortedId;

/** One thing that somebody did. Never changed once it is there. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

    @Id
    private long id;

    @Column(name = "article_id")
    private @Nullable Long articleId;

    private Instant at = Instant.EPOCH;
    private String login = "";
    private String action = "";
    private @Nullable String reason;

    /** JSON, for what only this action has. */
    private String details = "{}";

    protected AuditEntry() {} // for Jakarta Persistence

    AuditEntry(
            @Nullable Long articleId,
            Instant at,
            String login,
            String action,
            @Nullable String reason,
            String details) {
        this.id = SortedId.next(at);
        this.articleId = articleId;
        this.at = at;
        this.login = login;
        this.action = action;
        this.reason = reason;
        this.details = details;
    }

    public long id() {
        return id;
    }

    Instant at() {
        return at;
    }

    String login() {
        return login;
    }

    String action() {
        return action;
    }

    @Nullable
    String reason() {
        return reason;
    }

    String details() {
        return details;
    }
}
