// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.audit;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that was done and has to be answered for. In the transaction of what was done: there is not one without the other. */
@ApplicationScoped
public class AuditEntries {

    private static final Jsonb JSON = JsonbBuilder.create();

    @Inject
    EntityManager entityManager;

    @Inject
    InstantSource clock;

    /** @param details what only this action has; not what the article says */
    @Transactional(MANDATORY)
    public void add(
            @Nullable Long articleId, String login, String action, @Nullable String reason, Map<String, ?> details) {
        // Like the counter of the change log, and before it: the last lock but one that a transaction takes.
        entityManager.flush();
        AuditHead head = lock();
        append(head, new AuditEntry(head, articleId, clock.instant(), login, action, reason, JSON.toJson(details)));
    }

    /** The same of several articles, which costs less than one by one. */
    @Transactional(MANDATORY)
    public void addAll(Collection<Long> articleIds, String login, String action, Map<String, ?> details) {
        if (articleIds.isEmpty()) {
            return;
        }
        entityManager.flush();
        AuditHead head = lock();
        Instant now = clock.instant();
        String json = JSON.toJson(details);
        articleIds.forEach(articleId -> append(head, new AuditEntry(head, articleId, now, login, action, null, json)));
    }

    private AuditHead lock() {
        return entityManager.find(AuditHead.class, AuditHead.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    private void append(AuditHead head, AuditEntry entry) {
        head.endsWith(entry);
        entityManager.persist(entry);
    }

    /** The end of the chain. */
    Seal seal() {
        Object[] row = entityManager
                .createQuery("select h.last, h.hash from AuditHead h where h.id = :only", Object[].class)
                .setParameter("only", AuditHead.ONLY)
                .getSingleResult();
        return new Seal((Long) row[0], (String) row[1]);
    }

    /** Of all articles, in the order of the chain, as the database has them now. */
    List<AuditEntry> after(long id, int limit) {
        entityManager.clear();
        return entityManager
                .createQuery("select e from AuditEntry e where e.id > :after order by e.id", AuditEntry.class)
                .setParameter("after", id)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Oldest first, after the one given. */
    public List<AuditEntry> of(long articleId, long after, int limit) {
        return entityManager
                .createQuery(
                        "select e from AuditEntry e where e.articleId = :article and e.id > :after order by e.id",
                        AuditEntry.class)
                .setParameter("article", articleId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }
}
