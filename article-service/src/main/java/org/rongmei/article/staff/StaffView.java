// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.staff;

import jakarta.json.bind.annotation.JsonbProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Somebody of the newsroom. {@code hints} say what is to be seen to, such as a press card that expires. */
public record StaffView(
        String login,
        String name,
        @Nullable String position,
        @Nullable PressCard pressCard,
        boolean active,
        List<String> hints) {

    /** In the order of the logins. */
    public record Page(
            List<StaffView> items,
            @JsonbProperty(nillable = true) @Nullable String next) {}

    static StaffView of(StaffMember member, LocalDate today, Locale language) {
        return new StaffView(
                member.login(),
                member.name(),
                member.position().orElse(null),
                member.pressCard().orElse(null),
                member.isActive(),
                hints(member, today, language));
    }

    /** Nobody renews the card of somebody who has left. */
    static List<String> hints(StaffMember member, LocalDate today, Locale language) {
        return member
                .pressCard()
                .filter(card -> member.isActive())
                .flatMap(card -> card.expiry(today))
                .map(expiry -> expiry.said(member.name()).in(language))
                .stream()
                .toList();
    }
}
