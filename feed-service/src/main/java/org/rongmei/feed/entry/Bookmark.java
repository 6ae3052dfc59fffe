// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the change log has been read. Its generation counts how often it was read from the start: what a new reading
 * does not mention is gone.
 */
@Entity
public class Bookmark {

    static final int ONLY = 1;

    @Id
    private int id = ONLY;

    private String log = "";
    private long position;
    private long generation;

    /** The last reading from the start that came to its end. */
    private long settled;

    /** Counts the pages of the log that changed a feed. Unlike the position it never goes back. */
    private long edition;

    /**
     * Numbers what partners have to hear of, in microseconds: a database that comes from a backup goes on with numbers
     * that it has not given to anybody before.
     */
    @Column(name = "news_number")
    private long newsNumber;

    @Column(name = "moved_at")
    private @Nullable Instant movedAt;

    protected Bookmark() {} // for Jakarta Persistence

    boolean isAt(String expectedLog, long expectedPosition) {
        return log.equals(expectedLog) && position == expectedPosition;
    }

    void move(long newPosition, Instant now) {
        position = newPosition;
        movedAt = now;
    }

    void startOver(String newLog) {
        log = newLog;
        position = 0;
        generation++;
    }

    /** Returns whether a reading from the start has just come to its end: looking for what is gone takes all entries. */
    boolean settle() {
        boolean first = settled != generation;
        settled = generation;
        return first;
    }

    /** Whether the log has been read to its end since it was last begun. */
    public boolean isSettled() {
        return settled == generation;
    }

    public String log() {
        return log;
    }

    public long position() {
        return position;
    }

    long nextEdition() {
        return ++edition;
    }

    long nextNews(Instant now) {
        newsNumber = Math.max(newsNumber + 1, ChronoUnit.MICROS.between(Instant.EPOCH, now));
        return newsNumber;
    }

    /** The last one given to an entry. */
    public long newsNumber() {
        return newsNumber;
    }

    long edition() {
        return edition;
    }

    long generation() {
        return generation;
    }

    /** Empty as long as nothing has ever been read. */
    public Optional<Instant> movedAt() {
        return Optional.ofNullable(movedAt);
    }
}
