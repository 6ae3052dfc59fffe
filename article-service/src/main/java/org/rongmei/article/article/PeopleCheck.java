// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rongmei.article.proof.Hint;
import org.rongmei.article.staff.PressCard;
import org.rongmei.article.staff.StaffMember;
import org.rongmei.article.staff.StaffMembers;
import org.rongmei.kit.Sentence;

/** The people under an article: by their real names, and with the cards that their work takes. */
@ApplicationScoped
class PeopleCheck {

    /** They report under somebody else's card. */
    private static final Set<String> WITHOUT_CARD = Set.of("见习记者", "实习记者", "特约记者");

    @Inject
    StaffMembers members;

    /** What was handed in may name an editor by the login: readers get the name. */
    ArticleDraft signed(ArticleDraft draft) {
        if (draft.editors() == null || draft.editors().isEmpty()) {
            return draft;
        }
        return draft.withEditors(draft.editors().stream()
                .map(editor -> new Credit(
                        editor.role(),
                        members.find(editor.name()).map(StaffMember::name).orElse(editor.name())))
                .toList());
    }

    /** Never a reason to refuse: a card that is being renewed is no fault of the text. */
    List<Hint> read(Manuscript manuscript, LocalDate today) {
        List<String> reporters = manuscript.credits().stream()
                .filter(credit -> credit.role().endsWith("记者") && !WITHOUT_CARD.contains(credit.role()))
                .map(Credit::name)
                .distinct()
                .toList();
        Map<String, List<StaffMember>> known = members.named(reporters).stream()
                .filter(StaffMember::isActive)
                .collect(Collectors.groupingBy(StaffMember::name));
        List<Hint> hints = new ArrayList<>();
        for (String reporter : reporters) {
            // Two of the same name: whose card it is cannot be told, so nothing is said of it.
            if (known.getOrDefault(reporter, List.of()).size() == 1) {
                card(known.get(reporter).get(0), today, hints);
            }
        }
        return hints;
    }

    private static void card(StaffMember reporter, LocalDate today, List<Hint> hints) {
        if (reporter.pressCard().isEmpty()) {
            Sentence missing = Sentence.of("%s没有登记记者证。", "No press card is recorded for %s.", reporter.name());
            hints.add(hint(reporter, Hint.Severity.WARNING, missing));
            return;
        }
        reporter.pressCard()
                .flatMap(card -> card.expiry(today))
                .ifPresent(expiry -> hints.add(hint(reporter, severity(expiry), expiry.said(reporter.name()))));
    }

    private static Hint.Severity severity(PressCard.Expiry expiry) {
        return expiry.isOver() ? Hint.Severity.WARNING : Hint.Severity.INFO;
    }

    private static Hint hint(StaffMember reporter, Hint.Severity severity, Sentence message) {
        return new Hint("press-card", severity, "credits", null, 0, reporter.name(), message);
    }
}
