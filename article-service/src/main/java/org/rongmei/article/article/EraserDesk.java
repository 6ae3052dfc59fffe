// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.rongmei.article.audit.AuditEntries;
import org.rongmei.article.audit.AuditEntry;
import org.rongmei.article.revision.Revisions;

/** Where texts are erased, with all their versions. */
@ApplicationScoped
@Transactional
class EraserDesk {

    @Inject
    Articles articles;

    @Inject
    Revisions revisions;

    @Inject
    AuditEntries audit;

    @Inject
    InstantSource clock;

    public List<Long> due(Duration kept, int limit) {
        return articles.erasable(clock.instant().minus(kept), limit);
    }

    /** By whichever node is first. */
    public void erase(long id, Duration kept) {
        Article article = articles.hold(id);
        if (!article.isWithdrawn() || !article.progress().isSettled() || article.isErased()) {
            return; // somebody was faster, with this or with a restoration
        }
        article.erase(clock.instant());
        revisions.removeAll(id);
        articles.flush();
        audit.add(id, AuditEntry.TIMETABLE, "erased", null, Map.of("days", kept.toDays()));
    }
}
