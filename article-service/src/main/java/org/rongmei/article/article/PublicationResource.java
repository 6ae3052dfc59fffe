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

/** The publication of an article, and its end. */
@Path("/articles/{id}/publication")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "basic")
@Tag(name = "articles")
public class PublicationResource {

    @Inject
    PublicationDesk desk;

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
    @RolesAllowed("chief-editor")
    @Operation(
            summary = "Publish what is approved, or what was withdrawn again; needs If-Match",
            description =
                    "With a future `at` it is scheduled, with a past one and a `reason` backdated; `emergency` with a"
                            + " `reason` publishes before the reviews, which have to follow. 409 names everything that the law wants and is"
                            + " missing; `override` with a `reason` goes on all the same. `warnings` is what somebody should look at.")
    @APIResponseSchema(ArticleView.class)
    public Response publish(@Nullable PublicationRequest request) {
        Caller caller = Caller.of(security);
        PublicationDesk.Published published =
                desk.publish(id, ifMatch, request == null ? PublicationRequest.NOW : request, caller);
        return answers.published(published, caller, Problems.language(headers.getAcceptableLanguages()));
    }

    @DELETE
    @RolesAllowed("chief-editor")
    @Operation(summary = "Withdraw, with a reason, or cancel the schedule; needs If-Match")
    @APIResponseSchema(ArticleView.class)
    public Response withdraw(@Nullable WithdrawalRequest request) {
        Caller caller = Caller.of(security);
        return answers.written(
                desk.withdraw(id, ifMatch, request == null ? new WithdrawalRequest("") : request, caller), caller);
    }
}
