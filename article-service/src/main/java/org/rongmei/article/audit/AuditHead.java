// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The end of the chain: how many entries there are, and the hash of the last. */
@Entity
@Table(name = "audit_head")
class AuditHead {

    static final int ONLY = 1;

    @Id
    private int id;

    private long last;
    private String hash = "";

    protected AuditHead() {} // for Jakarta Persistence

    long next() {
        return last + 1;
    }

    String hash() {
        return hash;
    }

    void endsWith(AuditEntry entry) {
        last = entry.id();
        hash = entry.hash();
    }
}
