// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.audit.AuditEntries;
import org.rongmei.kit.Checked;
import org.rongmei.kit.Conditional;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** Where the chief-editor writes down who is who. */
@ApplicationScoped
@Transactional
class StaffDesk {

    @Inject
    StaffMembers members;

    @Inject
    AuditEntries audit;

    @Inject
    Checked checked;

    /** Somebody, and whether they were not known before. */
    record Written(StaffMember member, boolean created) {}

    /** @throws Problem 428 and 412 for whoever is known already, 422 for what cannot be kept */
    public Written put(String login, @Nullable String ifMatch, StaffDraft draft, String by) {
        Optional<StaffMember> known = members.find(login);
        known.ifPresent(member -> Conditional.requireMatch(ifMatch, member.etag()));
        if (!StaffMember.isLogin(login)) {
            throw Problem.unprocessable("login", Sentence.of("账号名不能用。", "This cannot be a login."));
        }
        checked.valid(draft);
        StaffMember member = known.orElseGet(() -> new StaffMember(login));
        member.describe(draft);
        if (known.isEmpty()) {
            members.add(member);
        }
        members.flush();
        // The name too: what it was once can be found out even if it has been changed since.
        audit.add(
                null,
                by,
                "staff-recorded",
                null,
                Map.of("login", login, "name", member.name(), "active", member.isActive()));
        return new Written(member, known.isEmpty());
    }
}
