// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.follow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The register as site-info-service last gave it. */
@Entity
@Table(name = "masthead")
class MastheadCopy {

    @Id
    private String site = "";

    private String document = "";

    @Column(name = "fetched_at")
    private Instant fetchedAt = Instant.EPOCH;

    protected MastheadCopy() {} // for Jakarta Persistence

    MastheadCopy(String site) {
        this.site = site;
    }

    void replace(String newDocument, Instant now) {
        document = newDocument;
        fetchedAt = now;
    }

    String document() {
        return document;
    }
}
