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
import org.rongmei.article.review.ReviewRequest;
import org.rongmei.kit.Idempotent;

/** The reviews of an article: 初审, 复审, 终审. */
@Path("/articles/{id}/reviews")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "basic")
@Tag(name = "articles")
public class ReviewsResource {

    @Inject
    ReviewDesk desk;

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
    @RolesAllowed({"editor", "chief-editor"})
    @Operation(
            summary = "Approve, or return with a reason, at the stage it is at; needs If-Match",
            description =
                    "Nobody reviews what they wrote, nor two stages of one article; the last stage needs a chief-editor.")
    @APIResponseSchema(ArticleView.class)
    public Response review(@NotNull ReviewRequest request) {
        Caller caller = Caller.of(security);
        return answers.written(desk.review(id, ifMatch, request, caller), caller);
    }
}
