// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.audit.AuditEntries;
import org.rongmei.kit.Conditional;

/** Keeps the list of sources: a new version each time. */
@ApplicationScoped
@Transactional
class SourceDesk {

    @Inject
    SourceLists lists;

    @Inject
    AuditEntries audit;

    @Inject
    InstantSource clock;

    /** @throws org.rongmei.kit.Problem 428 and 412 where there is one already, 422 for what is no such list */
    public SourceList replace(String csv, @Nullable String ifMatch, String login) {
        Optional<SourceList> known = lists.latest();
        known.ifPresent(list -> Conditional.requireMatch(ifMatch, list.etag()));
        SourceTable table = SourceTable.parse(csv);
        int version = known.map(SourceList::version).orElse(0) + 1;
        SourceList list = new SourceList(version, table, login, clock.instant());
        lists.add(list);
        audit.add(
                null,
                login,
                "sources-replaced",
                null,
                Map.of("version", version, "rows", table.rows().size()));
        return list;
    }
}
