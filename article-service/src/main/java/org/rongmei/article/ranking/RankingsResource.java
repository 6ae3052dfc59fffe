// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.ranking;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.Answer;
import org.rongmei.article.Limit;
import org.rongmei.article.article.ArticlePage;
import org.rongmei.article.article.ArticleView;

/** Rankings over HTTP: articles as in any list, each with its {@code views}. */
@Path("/rankings")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rankings", description = "What is read most")
public class RankingsResource {

    @Inject
    Rankings rankings;

    @Context
    HttpHeaders headers;

    @GET
    @Path("/most-read")
    @Operation(summary = "新闻排行: the most read of a day, a week or a month")
    @APIResponseSchema(ArticlePage.class)
    public Response mostRead(
            @QueryParam("window") @Nullable String window,
            @QueryParam("section") @Nullable String section,
            @QueryParam("limit") @Nullable String limit) {
        return answer(rankings.mostRead(Window.of(window), section, Limit.of(limit)));
    }

    @GET
    @Path("/pictures")
    @Operation(summary = "精彩热图: the most read articles of the week that have pictures")
    @APIResponseSchema(ArticlePage.class)
    public Response pictures(@QueryParam("limit") @Nullable String limit) {
        return answer(rankings.pictures(Limit.of(limit)));
    }

    private Response answer(List<ArticleView> best) {
        return Answer.page(headers, new ArticlePage(best, null), null).build();
    }
}
