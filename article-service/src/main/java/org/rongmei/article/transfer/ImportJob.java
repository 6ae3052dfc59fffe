// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One import: what was sent, and how far it has got. Its place moves in the same commit as what it has taken. */
@Entity
@Table(name = "import_job")
class ImportJob {

    @Id
    private long id;

    @Enumerated(EnumType.STRING)
    private ImportType type = ImportType.NDJSON;

    private @Nullable String section;

    @Column(name = "started_by")
    private String startedBy = "";

    @Column(name = "started_at")
    private Instant startedAt = Instant.EPOCH;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    private long total;
    private long done;
    private long taken;
    private long changed;
    private long known;
    private long refused;

    protected ImportJob() {} // for Jakarta Persistence

    ImportJob(long id, ImportType type, @Nullable String section, String startedBy, Instant now, long total) {
        this.id = id;
        this.type = type;
        this.section = section;
        this.startedBy = startedBy;
        this.startedAt = now;
        this.total = total;
    }

    /** Counts the next item of the file, and tells which one it is, from 1. */
    long count(Outcome outcome) {
        switch (outcome) {
            case TAKEN -> taken++;
            case CHANGED -> changed++;
            case KNOWN -> known++;
            case REFUSED -> refused++;
        }
        done++;
        return done;
    }

    void end(Instant now) {
        endedAt = now;
    }

    long id() {
        return id;
    }

    ImportType type() {
        return type;
    }

    Optional<String> section() {
        return Optional.ofNullable(section);
    }

    String startedBy() {
        return startedBy;
    }

    Instant startedAt() {
        return startedAt;
    }

    Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    long total() {
        return total;
    }

    long done() {
        return done;
    }

    ImportReport.Counts counts() {
        return new ImportReport.Counts(taken, changed, known, refused);
    }
}
