// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.Answer;
import org.rongmei.article.Caller;
import org.rongmei.article.SortedId;
import org.rongmei.kit.Idempotent;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** Articles over HTTP. */
@Path("/articles")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "articles", description = "From the first draft to the withdrawal")
public class ArticlesResource {

    @Inject
    Newsdesk newsdesk;

    @Inject
    ReadingRoom readingRoom;

    @Context
    SecurityContext security;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    @GET
    @Operation(summary = "A list, newest first; what is published is open to everybody")
    @APIResponseSchema(ArticlePage.class)
    public Response list(@BeanParam ArticleQuery query) {
        Caller caller = Caller.of(security);
        requireStaffFor(query, caller);
        ReadingRoom.Shelf shelf = readingRoom.list(query, caller);
        @Nullable String next = shelf.cursor().map(this::nextPath).orElse(null);
        return Answer.page(headers, new ArticlePage(shelf.items(), next), next).build();
    }

    private static void requireStaffFor(ArticleQuery query, Caller caller) {
        if (query.state() == ArticleState.PUBLISHED || caller.isStaff()) {
            return;
        }
        throw caller.isAnonymous()
                ? new Problem(401, "unauthorized", Sentence.of("请先登录。", "Please give your credentials."))
                : new Problem(403, "forbidden", Sentence.of("您的角色不能看未发布的稿件。", "Your role may not see drafts."));
    }

    private String nextPath(String cursor) {
        return UriBuilder.fromPath("/content/articles")
                .replaceQuery(uri.getRequestUri().getRawQuery())
                .replaceQueryParam("cursor", cursor)
                .build()
                .toString();
    }

    @POST
    @Idempotent
    @RolesAllowed({"reporter", "editor", "chief-editor"})
    @SecurityRequirement(name = "basic")
    @Operation(summary = "Begin an article: it is a draft until somebody publishes it")
    @APIResponse(responseCode = "201", description = "Created; Location and ETag tell where and which")
    @APIResponseSchema(value = ArticleView.class, responseCode = "201")
    public Response draft(@NotNull ArticleDraft draft) {
        Article article = newsdesk.draft(draft, Caller.of(security));
        return answer(Response.status(Response.Status.CREATED), article)
                .header(HttpHeaders.LOCATION, "/content/articles/" + SortedId.format(article.id()))
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One article; 410 once it is withdrawn")
    @APIResponseSchema(ArticleView.class)
    public Response get(@PathParam("id") String id, @QueryParam("page") @Nullable String page) {
        ReadingRoom.Found found = readingRoom.get(id, Caller.of(security));
        readingRoom.requirePage(found.article(), page);
        return Answer.unlessKnown(headers, found.etag(), () -> readingRoom.whole(found.article(), page))
                .build();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({"reporter", "editor", "chief-editor"})
    @SecurityRequirement(name = "basic")
    @Operation(summary = "Replace what an editor may change; needs If-Match")
    @APIResponseSchema(ArticleView.class)
    public Response revise(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull ArticleDraft draft) {
        Article article = newsdesk.revise(id, ifMatch, draft, Caller.of(security));
        return answer(Response.ok(), article).build();
    }

    @PUT
    @Path("/{id}/publication")
    @RolesAllowed("chief-editor")
    @SecurityRequirement(name = "basic")
    @Operation(summary = "Publish, or backdate with a past `at` and a `reason`; needs If-Match")
    @APIResponseSchema(ArticleView.class)
    public Response publish(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable PublicationRequest request) {
        Article article = newsdesk.publish(id, ifMatch, request == null ? PublicationRequest.NOW : request);
        return answer(Response.ok(), article).build();
    }

    @DELETE
    @Path("/{id}/publication")
    @RolesAllowed("chief-editor")
    @SecurityRequirement(name = "basic")
    @Operation(summary = "Withdraw, with a reason; needs If-Match")
    @APIResponseSchema(ArticleView.class)
    public Response withdraw(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable WithdrawalRequest request) {
        Article article = newsdesk.withdraw(id, ifMatch, request == null ? new WithdrawalRequest("") : request);
        return answer(Response.ok(), article).build();
    }

    private Response.ResponseBuilder answer(Response.ResponseBuilder response, Article article) {
        return response.entity(readingRoom.whole(article, null)).header(HttpHeaders.ETAG, readingRoom.etag(article));
    }
}
