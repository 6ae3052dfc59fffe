// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How often a partner has asked all our nodes together, in an hour or a day. */
@Entity
@Table(name = "partner_period")
@IdClass(PartnerPeriod.Key.class)
class PartnerPeriod {

    /** Who, and when it began. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1;

        private String login = "";
        private Instant begunAt = Instant.EPOCH;

        public Key() {} // for Jakarta Persistence

        Key(String login, Instant begunAt) {
            this.login = login;
            this.begunAt = begunAt;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && login.equals(that.login) && begunAt.equals(that.begunAt);
        }

        @Override
        public int hashCode() {
            return Objects.hash(login, begunAt);
        }
    }

    @Id
    private String login = "";

    @Id
    @Column(name = "begun_at")
    private Instant begunAt = Instant.EPOCH;

    private long requests;

    @Column(name = "last_at")
    private Instant lastAt = Instant.EPOCH;

    protected PartnerPeriod() {} // for Jakarta Persistence

    PartnerPeriod(Asked first) {
        login = first.login();
        begunAt = first.begunAt();
        requests = first.requests();
        lastAt = first.lastAt();
    }

    long requests() {
        return requests;
    }

    Instant begunAt() {
        return begunAt;
    }

    Instant lastAt() {
        return lastAt;
    }
}
