// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.rongmei.kit.Conditional;
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

    @Inject
    DeskAnswers answers;

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
        if (query.isForDesk()) {
            readingRoom.requireDesk(caller);
        }
        ReadingRoom.Shelf shelf = readingRoom.list(query, caller);
        @Nullable String next = shelf.cursor().map(this::nextPath).orElse(null);
        return Answer.page(headers, new ArticlePage(shelf.items(), next), next).build();
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
        return answers.written(Response.status(Response.Status.CREATED), article, Caller.of(security))
                .header(HttpHeaders.LOCATION, "/content/articles/" + SortedId.format(article.id()))
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One article; 410 once it is withdrawn")
    @APIResponseSchema(ArticleView.class)
    public Response get(
            @PathParam("id") String id,
            @QueryParam("page") @Nullable String page,
            @QueryParam("version") @Nullable String version) {
        Caller caller = Caller.of(security);
        boolean working = isWorking(version);
        if (working) {
            readingRoom.requireDesk(caller);
        }
        ReadingRoom.Found found = readingRoom.get(id, caller);
        if (working) {
            return Conditional.unlessKnown(headers, found.etag(), () -> readingRoom.working(found.article()))
                    .build();
        }
        readingRoom.requirePage(found.article(), page);
        return Conditional.unlessKnown(headers, found.etag(), () -> readingRoom.whole(found.article(), page, caller))
                .build();
    }

    private static boolean isWorking(@Nullable String version) {
        if (version != null && !version.equals("working")) {
            throw Problem.badRequest("version", Sentence.of("version 只能是 working。", "version can only be working."));
        }
        return version != null;
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
        return answers.written(article, Caller.of(security));
    }
}
