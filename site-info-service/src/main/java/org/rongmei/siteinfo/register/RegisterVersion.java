// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a site said about itself from some time on, who recorded it, when and why. Never changed once it is there. */
@Entity
@Table(name = "register_version")
@IdClass(RegisterVersion.Key.class)
class RegisterVersion {

    /** Which version of which site. */
    static class Key implements Serializable {
        String site = "";
        int version;

        Key() {} // for Jakarta Persistence

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && site.equals(that.site) && version == that.version;
        }

        @Override
        public int hashCode() {
            return Objects.hash(site, version);
        }
    }

    @Id
    private String site = "";

    @Id
    private int version;

    private String document = "";

    @Column(name = "valid_from")
    private Instant validFrom = Instant.EPOCH;

    @Column(name = "recorded_at")
    private Instant recordedAt = Instant.EPOCH;

    @Column(name = "recorded_by")
    private String recordedBy = "";

    private @Nullable String reason;

    protected RegisterVersion() {} // for Jakarta Persistence

    RegisterVersion(Register register, String recordedBy, @Nullable String reason) {
        this.site = Objects.requireNonNull(register.site());
        this.version = Objects.requireNonNull(register.version());
        this.document = register.toJson();
        this.validFrom = Objects.requireNonNull(register.validFrom());
        this.recordedAt = Objects.requireNonNull(register.recordedAt());
        this.recordedBy = recordedBy;
        this.reason = reason;
    }

    int version() {
        return version;
    }

    Register register() {
        return Register.fromJson(document);
    }

    VersionView view() {
        return new VersionView(version, validFrom, recordedAt, recordedBy, reason);
    }
}
