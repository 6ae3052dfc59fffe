// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.ranking;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the page of an article says when somebody reads it. */
@Path("/articles/{id}/views")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rankings", description = "What is read most")
public class ViewsResource {

    @Inject
    ReadingDesk desk;

    /** Its address is the reader's own: the server puts it right behind a proxy that it trusts. */
    @Context
    HttpServletRequest request;

    @POST
    @Operation(summary = "Count one reading: once per reader and article in ten minutes, and no robots")
    @APIResponse(responseCode = "204", description = "Heard; whether it counted is not told")
    public void count(@PathParam("id") String id, @HeaderParam(HttpHeaders.USER_AGENT) @Nullable String userAgent) {
        desk.count(id, request.getRemoteAddr(), userAgent);
    }
}
