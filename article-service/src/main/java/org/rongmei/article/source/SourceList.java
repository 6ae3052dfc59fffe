// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.source;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One version of the list of sources, whole. Never changed once it is there. */
@Entity
@Table(name = "source_list")
public class SourceList {

    /** The version, from 1. */
    @Id
    private int id;

    private String csv = "";

    @Column(name = "recorded_by")
    private String recordedBy = "";

    @Column(name = "recorded_at")
    private Instant recordedAt = Instant.EPOCH;

    protected SourceList() {} // for Jakarta Persistence

    SourceList(int version, SourceTable table, String recordedBy, Instant recordedAt) {
        this.id = version;
        this.csv = table.toCsv();
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }

    public int version() {
        return id;
    }

    public SourceTable table() {
        return SourceTable.parse(csv);
    }

    String csv() {
        return csv;
    }

    String etag() {
        return "\"" + id + "\"";
    }
}
