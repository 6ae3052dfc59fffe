// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.upstream;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who we are, as every page shows it: the register's name and texts, and the footer as site-info-service rendered it. */
public record Imprint(
        String name,
        String breadcrumbPrefix,
        boolean sample,
        String footer,
        String organisation,
        @Nullable String email) {

    /** The part of a register that pages use. */
    public record Register(
            String name,
            String breadcrumbPrefix,
            boolean sample,
            @Nullable List<Contact> contacts) {

        Optional<String> email() {
            return contacts == null
                    ? Optional.empty()
                    : contacts.stream()
                            .filter(contact -> contact.kind().equals("email"))
                            .map(Contact::value)
                            .findFirst();
        }
    }

    public record Contact(String kind, String value) {}

    private static final Jsonb JSON = JsonbBuilder.create();

    static Imprint of(String register, String footer, String organisation) {
        Register parsed = JSON.fromJson(register, Register.class);
        return new Imprint(
                parsed.name(),
                parsed.breadcrumbPrefix(),
                parsed.sample(),
                footer,
                organisation,
                parsed.email().orElse(null));
    }

    static Imprint fromJson(String json) {
        return JSON.fromJson(json, Imprint.class);
    }

    String toJson() {
        return JSON.toJson(this);
    }
}
