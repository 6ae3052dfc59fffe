// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whoever asks: a reader without a name, or somebody of the newsroom. */
public record Caller(String login, Set<String> roles) {

    private static final Set<String> STAFF = Set.of("reporter", "editor", "chief-editor");

    public Caller {
        roles = Set.copyOf(roles);
    }

    public static Caller of(SecurityContext security) {
        @Nullable Principal principal = security.getUserPrincipal();
        if (principal == null) {
            return new Caller("", Set.of());
        }
        return new Caller(
                principal.getName(),
                Stream.of("reporter", "editor", "chief-editor", "site-admin", "syndicator")
                        .filter(security::isUserInRole)
                        .collect(Collectors.toSet()));
    }

    /** May see what is not published. */
    public boolean isStaff() {
        return roles.stream().anyMatch(STAFF::contains);
    }

    public boolean isChiefEditor() {
        return roles.contains("chief-editor");
    }

    /** Up to which of so many stages the role may review (0 for none): the last one is a chief-editor's. */
    public int lastReviewable(int stages) {
        if (isChiefEditor()) {
            return stages;
        }
        return roles.contains("editor") ? stages - 1 : 0;
    }

    /** feed-service: reads whatever is published in full, because it decides who may have it. */
    public boolean isSyndicator() {
        return roles.contains("syndicator");
    }

    public boolean isAnonymous() {
        return login.isEmpty();
    }
}
