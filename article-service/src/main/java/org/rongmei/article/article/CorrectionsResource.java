// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.Caller;
import org.rongmei.kit.Idempotent;

/** Public notices of what was wrong. */
@Path("/articles/{id}/corrections")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "basic")
@Tag(name = "articles")
public class CorrectionsResource {

    @Inject
    PublicationDesk desk;

    @Inject
    DeskAnswers answers;

    @Context
    SecurityContext security;

    @PathParam("id")
    String id = "";

    @HeaderParam(HttpHeaders.IF_MATCH)
    @Nullable
    String ifMatch;

    @POST
    @Idempotent
    @RolesAllowed("chief-editor")
    @Operation(summary = "A dated notice beside what is published, at once; needs If-Match")
    @APIResponseSchema(ArticleView.class)
    public Response correct(@NotNull CorrectionRequest request) {
        Caller caller = Caller.of(security);
        return answers.written(desk.correct(id, ifMatch, request, caller), caller);
    }
}
