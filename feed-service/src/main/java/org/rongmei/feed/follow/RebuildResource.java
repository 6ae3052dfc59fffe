// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.follow;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rongmei.feed.entry.CopyDesk;

/** For whoever runs the servers: makes our copy anew. See {@code ./feeds rebuild}. */
@Path("/rebuild")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"chief-editor", "site-admin"})
@SecurityRequirement(name = "basic")
@Tag(name = "operation", description = "For whoever runs the servers")
public class RebuildResource {

    @Inject
    CopyDesk copyDesk;

    @GET
    @Operation(summary = "How far the change log has been read")
    public RebuildView progress() {
        return RebuildView.of(copyDesk.bookmark());
    }

    @POST
    @Operation(
            summary = "Reads the change log from its start, once more",
            description =
                    "Feeds are served meanwhile, and stay as they are where nothing is wrong. Whatever the log does not mention is withdrawn at the end.")
    public Response rebuild() {
        copyDesk.readAnew();
        return Response.accepted(RebuildView.of(copyDesk.bookmark())).build();
    }
}
