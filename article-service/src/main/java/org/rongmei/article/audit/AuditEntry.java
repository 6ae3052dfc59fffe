// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.audit;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Conditional;

/** One thing that somebody did. Never changed once it is there: its hash would no longer be its own. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

    /** Who it is that does what somebody has scheduled: no login is empty. */
    public static final String TIMETABLE = "";

    /** Its place in the chain, from 1 and without a gap. */
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

    /** SHA-256 of all the above and of the hash before it, in hexadecimal. */
    private String hash = "";

    protected AuditEntry() {} // for Jakarta Persistence

    AuditEntry(
            AuditHead head,
            @Nullable Long articleId,
            Instant at,
            String login,
            String action,
            @Nullable String reason,
            String details) {
        this.id = head.next();
        this.articleId = articleId;
        // What the database keeps of it: the hash has to be the same when it is read again.
        this.at = at.truncatedTo(ChronoUnit.MICROS);
        this.login = login;
        this.action = action;
        this.reason = reason;
        this.details = details;
        this.hash = hashAfter(head.hash());
    }

    /** What its hash has to be if nobody has changed anything. */
    String hashAfter(String before) {
        JsonArrayBuilder all = Json.createArrayBuilder().add(before).add(id);
        if (articleId == null) {
            all.addNull();
        } else {
            all.add(articleId);
        }
        all.add(at.toString()).add(login).add(action);
        if (reason == null) {
            all.addNull();
        } else {
            all.add(reason);
        }
        all.add(details);
        return HexFormat.of()
                .formatHex(Conditional.sha256(all.build().toString().getBytes(StandardCharsets.UTF_8)));
    }

    public long id() {
        return id;
    }

    public Instant at() {
        return at;
    }

    /** Empty for what was done by the clock. */
    public String login() {
        return login;
    }

    public String action() {
        return action;
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** What only this action has. */
    public JsonObject details() {
        try (JsonReader reader = Json.createReader(new StringReader(details))) {
            return reader.readObject();
        }
    }

    public String hash() {
        return hash;
    }
}
