// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rongmei.kit.Conditional;

/** 审稿单: what became of an article and through whose hands it went, to be printed and signed. */
@Path("/articles/{id}/review-sheet")
@RequestScoped
@RolesAllowed({"reporter", "editor", "chief-editor"})
@SecurityRequirement(name = "basic")
@Tag(name = "articles")
public class ReviewSheetResource {

    private static final String HTML = "text/html; charset=utf-8";

    @Inject
    ReviewSheets sheets;

    @Context
    HttpHeaders headers;

    @GET
    @Produces(HTML)
    @Operation(
            summary = "The review sheet (审稿单), for people: it prints on A4",
            description =
                    "Reviews, versions with what changed in each, everything that was done, and the text as it is.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "text/html"))
    public Response get(@PathParam("id") String id) {
        String html = sheets.of(id);
        return Conditional.unlessKnown(headers, Conditional.etag(html), () -> html)
                .type(HTML)
                .header("Content-Security-Policy", ReviewSheet.CONTENT_POLICY)
                .build();
    }
}
