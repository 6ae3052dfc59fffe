// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.follow;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who publishes: as much of the site's register as stands in a feed. See contracts/register.json. */
public record Masthead(
        String site,
        String name,
        @Nullable String language,
        List<Organisation> organisations,
        List<Contact> contacts,
        @Nullable Instant recordedAt) {

    public record Organisation(String role, String name) {}

    public record Contact(String kind, String value) {}

    private static final Jsonb JSON = JsonbBuilder.create();

    /** Before site-info-service has ever answered. */
    public static final Masthead UNKNOWN = new Masthead("", "融媒", "zh-CN", List.of(), List.of(), null);

    public Masthead {
        organisations = organisations == null ? List.of() : List.copyOf(organisations);
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
    }

    static Masthead fromJson(String document) {
        return JSON.fromJson(document, Masthead.class);
    }

    public Optional<String> copyrightHolder() {
        return organisation("copyright-holder").or(() -> organisation("sponsor"));
    }

    /** RSS wants an address before the name: without one there is no managing editor. */
    public Optional<String> email() {
        return contacts.stream()
                .filter(contact -> contact.kind().equals("email"))
                .map(Contact::value)
                .findFirst();
    }

    public Optional<String> publisher() {
        return organisation("sponsor").or(() -> organisation("operator"));
    }

    private Optional<String> organisation(String role) {
        return organisations.stream()
                .filter(organisation -> organisation.role().equals(role))
                .map(Organisation::name)
                .findFirst();
    }
}
