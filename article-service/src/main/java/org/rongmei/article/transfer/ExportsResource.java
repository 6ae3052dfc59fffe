// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.transfer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The export over HTTP. */
@Path("/exports")
@RequestScoped
@Tag(name = "transfer", description = "Moving in, and moving out")
public class ExportsResource {

    @Inject
    Exporter exporter;

    @GET
    @RolesAllowed({"reporter", "editor", "chief-editor"})
    @Produces("application/x-ndjson")
    @SecurityRequirement(name = "basic")
    @Operation(summary = "Everything published, with its sections and pictures, as an import takes it")
    @APIResponse(responseCode = "200", description = "One JSON object per line")
    public Response export() {
        StreamingOutput lines = exporter::write;
        return Response.ok(lines)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rongmei.ndjson\"")
                .build();
    }
}
