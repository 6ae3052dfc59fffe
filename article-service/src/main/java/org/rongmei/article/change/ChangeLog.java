// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.change;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything a follower has to know, as a sequence without gaps whose order is the order of the commits. */
@ApplicationScoped
public class ChangeLog {

    /** Where the log stands, and which log it is: a restored backup goes on as another one. */
    public record Head(String log, long last) {}

    @Inject
    EntityManager entityManager;

    @Inject
    InstantSource clock;

    @Inject
    Event<Change> appended;

    @Transactional(MANDATORY)
    public void articleChanged(ChangeKind kind, long articleId) {
        append(kind, articleId, null);
    }

    @Transactional(MANDATORY)
    public void sectionChanged(ChangeKind kind, long sectionId) {
        append(kind, null, sectionId);
    }

    /** Many at once, as one import brings them: in the order given. */
    @Transactional(MANDATORY)
    public void articlesChanged(ChangeKind kind, Collection<Long> articleIds) {
        if (articleIds.isEmpty()) {
            return;
        }
        entityManager.flush();
        ChangeCounter counter = lockedCounter();
        @Nullable Change last = null;
        for (long articleId : articleIds) {
            last = new Change(counter.next(), kind, articleId, null, clock.instant());
            entityManager.persist(last);
        }
        appended.fire(last); // one ring is enough: who hears it reads up to the head
    }

    private void append(ChangeKind kind, @Nullable Long articleId, @Nullable Long sectionId) {
        // All other statements first: the counter's lock is to be the last thing the transaction takes, so that it is
        // held for as short as can be and never while waiting for another lock.
        entityManager.flush();
        // Holding the counter until commit makes commit order the order of the sequence. Without it a follower that has
        // seen 8 could miss a 7 that was committed later.
        ChangeCounter counter = lockedCounter();
        Change change = new Change(counter.next(), kind, articleId, sectionId, clock.instant());
        entityManager.persist(change);
        appended.fire(change);
    }

    private ChangeCounter lockedCounter() {
        return entityManager.find(ChangeCounter.class, ChangeCounter.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    public Head head() {
        // Columns, not the entity: outside a transaction Liberty keeps what was found until the request or the task
        // ends, and the bell would go on looking at the head of its first look.
        Object[] row = entityManager
                .createQuery("select c.log, c.last from ChangeCounter c where c.id = :only", Object[].class)
                .setParameter("only", ChangeCounter.ONLY)
                .getSingleResult();
        return new Head((String) row[0], (Long) row[1]);
    }

    /** At most {@code limit} lines that came after the given sequence number, oldest first. */
    public List<Change> after(long sequence, int limit) {
        return entityManager
                .createQuery("select c from Change c where c.sequence > :after order by c.sequence", Change.class)
                .setParameter("after", sequence)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * Whether a follower can go on from there: from the start always; otherwise not beyond the head, and not from where
     * lines have been lost.
     */
    public boolean has(long sequence) {
        long last = head().last();
        return sequence == 0
                || sequence == last
                || (sequence < last && after(sequence, 1).stream().anyMatch(line -> line.sequence() == sequence + 1));
    }

    /**
     * Gives the log a name: a new one to a new log, and to one that was restored from a backup, because it goes on with
     * numbers that its followers have seen with another meaning.
     *
     * @param restored a word that is another one after each restoration, the same for all nodes; empty: never restored
     */
    @Transactional
    public void name(String restored) {
        ChangeCounter counter = lockedCounter();
        if (!counter.isNamed() || !counter.isRestoredAs(restored)) {
            counter.name(UUID.randomUUID().toString(), restored);
        }
    }
}
