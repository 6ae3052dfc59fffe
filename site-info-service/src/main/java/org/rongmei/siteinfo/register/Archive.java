// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Registers at any moment: the present from memory, the past and the future from the database. */
@ApplicationScoped
public class Archive {

    /** For the document of the API. */
    public static final String PARAMETERS =
            "`at`: what was valid then, as it was recorded by then, which is what readers "
                    + "saw; of a time before anything was recorded, what has been recorded of it since. `known`: as it was recorded "
                    + "by this instant instead; with `known` of today, corrections made later count for `at` too.";

    @Inject
    Standing standing;

    @Inject
    Registers registers;

    @Inject
    InstantSource clock;

    /** @throws SiteNotFound when there is none, or was none then */
    public InForce get(String site, @Nullable String at, @Nullable String known) {
        if (at == null && known == null) {
            return standing.get(site);
        }
        return registers.get(
                site,
                at == null ? clock.instant() : At.parse("at", at),
                known == null ? null : At.parse("known", known));
    }
}
