// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Text;

/** The person behind a login. Never deleted: what somebody wrote and reviewed keeps its name after they have left. */
@Entity
@Table(name = "staff_member")
public class StaffMember {

    private static final int LONGEST_LOGIN = 200;

    @Id
    private String login = "";

    @Version
    private long version;

    private String name = "";
    private @Nullable String position;

    @Column(name = "press_card")
    private @Nullable String pressCard;

    @Column(name = "press_card_valid_to")
    private @Nullable LocalDate pressCardValidTo;

    private boolean active = true;

    /** What PostgreSQL can look for, and people can tell from another. */
    static boolean isLogin(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_LOGIN
                && Text.Rule.isXml(text)
                && text.chars().noneMatch(Character::isISOControl);
    }

    protected StaffMember() {} // for Jakarta Persistence

    StaffMember(String login) {
        this.login = login;
    }

    void describe(StaffDraft draft) {
        name = draft.name().strip();
        position = draft.position() == null || draft.position().isBlank()
                ? null
                : draft.position().strip();
        @Nullable PressCard card = draft.pressCard();
        pressCard = card == null ? null : card.number().strip();
        pressCardValidTo = card == null ? null : card.validTo();
        active = !Boolean.FALSE.equals(draft.active());
    }

    public String login() {
        return login;
    }

    String etag() {
        return "\"staff-" + version + "\"";
    }

    /** As on their identity card. */
    public String name() {
        return name;
    }

    public Optional<String> position() {
        return Optional.ofNullable(position);
    }

    public Optional<PressCard> pressCard() {
        return pressCard == null || pressCardValidTo == null
                ? Optional.empty()
                : Optional.of(new PressCard(pressCard, pressCardValidTo));
    }

    /** Whether they still work here. */
    public boolean isActive() {
        return active;
    }
}
