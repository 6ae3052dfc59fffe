// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** The chain of all that was done, as a whole. */
@Path("/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"chief-editor", "site-admin"})
@SecurityRequirement(name = "basic")
@Tag(name = "audit", description = "Whether what was done is still what was written down")
public class AuditChainResource {

    @Inject
    AuditCheck check;

    @GET
    @Path("/seal")
    @Operation(
            summary = "The end of the chain, to be put away somewhere else",
            description =
                    "Kept where nobody of the newsroom can change it, it shows later that nothing before it was changed.")
    public Seal seal() {
        return check.seal();
    }

    @GET
    @Path("/verification")
    @Operation(
            summary = "Goes through the whole chain",
            description = "With `sequence` and `hash` of a seal that was kept, it also has to end there as it did.")
    public AuditCheck.Verdict verify(
            @QueryParam("sequence") @Nullable String sequence, @QueryParam("hash") @Nullable String hash) {
        if ((sequence == null) != (hash == null)) {
            throw Problem.badRequest("hash", Sentence.of("sequence 和 hash 要一起给出。", "sequence and hash come together."));
        }
        return check.check(Optional.ofNullable(hash).map(kept -> new Seal(number(sequence), kept)));
    }

    private static long number(@Nullable String sequence) {
        try {
            return Long.parseLong(String.valueOf(sequence));
        } catch (NumberFormatException e) {
            throw Problem.badRequest("sequence", Sentence.of("sequence 应为整数。", "sequence takes a number."));
        }
    }
}
