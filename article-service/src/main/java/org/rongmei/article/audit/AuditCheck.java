// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes through the whole chain and finds what was changed, removed or put in between. */
@ApplicationScoped
class AuditCheck {

    private static final int AT_ONCE = 1_000;

    /**
     * What was found.
     *
     * @param broken the first place where the chain is not what it was; null when it is whole
     */
    public record Verdict(
            boolean intact,
            long entries,
            Seal head,
            @Nullable Long broken) {}

    @Inject
    AuditEntries entries;

    Seal seal() {
        return entries.seal();
    }

    /** @param kept a seal that was put away somewhere else */
    @Transactional
    public Verdict check(Optional<Seal> kept) {
        Seal head = entries.seal();
        String hash = "";
        long at = 0;
        boolean keptIsThere = kept.isEmpty() || kept.get().sequence() == 0;
        while (at < head.sequence()) {
            List<AuditEntry> page = entries.after(at, AT_ONCE);
            for (AuditEntry entry : page) {
                if (entry.id() != at + 1 || !entry.hash().equals(entry.hashAfter(hash))) {
                    return new Verdict(false, at, head, at + 1);
                }
                at = entry.id();
                hash = entry.hash();
                if (kept.isPresent() && kept.get().sequence() == at) {
                    if (!kept.get().hash().equals(hash)) {
                        return new Verdict(false, at, head, at);
                    }
                    keptIsThere = true;
                }
                if (at == head.sequence()) {
                    break; // what came while we looked is for the next time
                }
            }
            if (page.isEmpty()) {
                return new Verdict(false, at, head, at + 1);
            }
        }
        boolean ends = hash.equals(head.hash());
        return ends && keptIsThere
                ? new Verdict(true, at, head, null)
                : new Verdict(false, at, head, ends ? kept.orElseThrow().sequence() : at);
    }
}
