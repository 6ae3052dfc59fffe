// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.search;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.Answer;
import org.rongmei.article.InstantParameter;
import org.rongmei.article.Limit;
import org.rongmei.article.article.ArticlePage;
import org.rongmei.article.search.SearchIndex.Position;
import org.rongmei.kit.Cursor;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** Search over HTTP: articles as in any list, each with its {@code highlight}. */
@Path("/search")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "search", description = "Among what is published")
public class SearchResource {

    /** In code points: a long headline. */
    private static final int LONGEST = 100;

    @Inject
    Search search;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    @GET
    @Operation(summary = "Published articles, best first, with what was found in them marked")
    @APIResponse(responseCode = "503", description = "The index is being built: Retry-After tells when to ask again")
    @APIResponseSchema(ArticlePage.class)
    public Response find(
            @QueryParam("q") @Nullable String q,
            @QueryParam("section") @Nullable String section,
            @QueryParam("since") @Nullable String since,
            @QueryParam("until") @Nullable String until,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Search.Found found = search.find(
                new Search.Wanted(
                        text(q), section, InstantParameter.of("since", since), InstantParameter.of("until", until)),
                position(cursor),
                Limit.of(limit));
        @Nullable String next = found.next().map(this::path).orElse(null);
        return Answer.page(headers, new ArticlePage(found.items(), next), next)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=0, s-maxage=1")
                .build();
    }

    private static String text(@Nullable String q) {
        if (q == null || q.isBlank() || q.codePointCount(0, q.length()) > LONGEST) {
            throw Problem.badRequest("q", Sentence.of("q 应有 1 到 %d 个字。", "q takes 1 to %d characters.", LONGEST));
        }
        return q;
    }

    private static @Nullable Position position(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        Cursor parsed = Cursor.parse(cursor, 3);
        float score = Float.intBitsToFloat((int) parsed.number(1));
        if (!Float.isFinite(score)) {
            throw Problem.badRequest(
                    "cursor", Sentence.of("这个 cursor 不是本列表给出的。", "This cursor does not come from this list."));
        }
        return new Position(parsed.number(0), score, parsed.number(2));
    }

    private String path(Cursor next) {
        return UriBuilder.fromPath("/content/search")
                .replaceQuery(uri.getRequestUri().getRawQuery())
                .replaceQueryParam("cursor", next)
                .build()
                .toString();
    }
}
