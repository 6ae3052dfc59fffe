// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongmei.siteinfo.register.Register;

/**
 * What a footer says of its site, on the wire. {@code unassigned} is what it says without saying what it is, in the order of
 * the footer. See contracts/footer-reading.json.
 */
public record FooterReading(Draft register, List<String> unassigned) {

    /**
     * The fields of a {@link Register} that a footer can fill, by the same names: somebody completes it and records it. Not
     * a register itself, which has a name, and knows where each of its links leads.
     */
    @Schema(name = "FooterRegister")
    public record Draft(
            @Nullable String name,
            List<String> hosts,
            List<Register.Organisation> organisations,
            List<Register.Identifier> identifiers,
            Register.@Nullable Address address,
            List<Register.Contact> contacts,
            List<Step> navigation,
            List<Register.Badge> badges) {}

    /** An item of the navigation. Plain text says its label and not its target. */
    public record Step(String label, String kind, @Nullable String target) {}
}
