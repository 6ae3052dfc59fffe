// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** That somebody changed a contract. */
@Entity
@Table(name = "contract_change")
class ContractChange {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "contract_change_id")
    @SequenceGenerator(name = "contract_change_id", sequenceName = "contract_change_id", allocationSize = 1)
    private long id;

    private String login = "";
    private Instant at = Instant.EPOCH;

    @Column(name = "done_by")
    private String by = "";

    private String action = "";
    private String details = "";

    protected ContractChange() {} // for Jakarta Persistence

    ContractChange(String login, Instant at, String by, String action, String details) {
        this.login = login;
        this.at = at;
        this.by = by;
        this.action = action;
        this.details = details;
    }

    long id() {
        return id;
    }

    Instant at() {
        return at;
    }

    String by() {
        return by;
    }

    String action() {
        return action;
    }

    String details() {
        return details;
    }
}
