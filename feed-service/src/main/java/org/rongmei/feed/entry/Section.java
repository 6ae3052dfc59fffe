// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** A section as article-service last told it. A closed one keeps its path, so that its feed can say so. */
@Entity
public class Section {

    @Id
    private String id = "";

    private String path = "";
    private String name = "";
    private int position;
    private boolean closed = true;

    @Column(name = "changed_at")
    private Instant changedAt = Instant.EPOCH;

    private long generation;

    protected Section() {} // for Jakarta Persistence

    Section(String id) {
        this.id = id;
    }

    void tell(String newPath, String newName, int newPosition, boolean nowClosed, Instant at, long readIn) {
        boolean isNew = !path.equals(newPath) || !name.equals(newName) || closed != nowClosed;
        changedAt = isNew && at.isAfter(changedAt) ? at : changedAt;
        path = newPath;
        name = newName;
        position = newPosition;
        closed = nowClosed;
        generation = readIn;
    }

    void close(Instant at, long readIn) {
        changedAt = closed ? changedAt : at;
        closed = true;
        generation = readIn;
    }

    public String id() {
        return id;
    }

    public String path() {
        return path;
    }

    public String name() {
        return name;
    }

    int position() {
        return position;
    }

    public boolean isClosed() {
        return closed;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
