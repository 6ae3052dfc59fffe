// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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
import org.rongmei.kit.Problems;

/** Handing an article in for its reviews, and taking it back. */
@Path("/articles/{id}/submission")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "basic")
@Tag(name = "articles")
public class SubmissionResource {

    @Inject
    ReviewDesk desk;

    @Inject
    DeskAnswers answers;

    @Context
    SecurityContext security;

    @Context
    HttpHeaders headers;

    @PathParam("id")
    String id = "";

    @HeaderParam(HttpHeaders.IF_MATCH)
    @Nullable
    String ifMatch;

    @PUT
    @RolesAllowed({"reporter", "editor", "chief-editor"})
    @Operation(
            summary = "Hand in for review; needs If-Match",
            description =
                    "`hints` is what a proof-reader would ask about: sums, weekdays, punctuation, words that stand twice.")
    @APIResponseSchema(ArticleView.class)
    public Response submit() {
        Caller caller = Caller.of(security);
        return answers.submitted(
                desk.submit(id, ifMatch, caller), caller, Problems.language(headers.getAcceptableLanguages()));
    }

    @DELETE
    @RolesAllowed({"reporter", "editor", "chief-editor"})
    @Operation(summary = "Take back what was handed in: it is a draft again; needs If-Match")
    @APIResponseSchema(ArticleView.class)
    public Response takeBack() {
        Caller caller = Caller.of(security);
        return answers.written(desk.takeBack(id, ifMatch, caller), caller);
    }
}
