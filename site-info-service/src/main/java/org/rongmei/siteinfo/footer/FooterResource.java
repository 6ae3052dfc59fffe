// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.footer;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Conditional;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;
import org.rongmei.siteinfo.register.Archive;
import org.rongmei.siteinfo.register.InForce;

/** The footer over HTTP, in the form that was asked for. */
@Path("/sites/{site}/footer")
@RequestScoped
@PermitAll
@Tag(name = "footer", description = "What every page shows of the register")
public class FooterResource {

    private static final List<Variant> VARIANTS =
            Variant.mediaTypes(FooterForm.types()).build();
    /** A change has to be on every page within a minute; a footer that cannot be asked for may stay for a week. */
    private static final String KEPT = "public, max-age=30, s-maxage=30, stale-if-error=604800";

    @Inject
    Archive archive;

    @Inject
    FooterShelf shelf;

    @Context
    Request request;

    @Context
    HttpHeaders headers;

    @GET
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON, "application/ld+json", MediaType.TEXT_PLAIN})
    @Operation(
            summary = "The footer as an HTML fragment, JSON, JSON-LD or plain text, now or as it was at an instant",
            description = Archive.PARAMETERS)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Footer.class)))
    public Response footer(
            @PathParam("site") String site,
            @QueryParam("at") @Nullable String at,
            @QueryParam("known") @Nullable String known) {
        @Nullable Variant wanted = request.selectVariant(VARIANTS);
        if (wanted == null) {
            throw new Problem(406, "not-acceptable", Sentence.of("没有您所要的格式。", "The wanted format is not on offer."));
        }
        FooterForm form = FooterForm.of(wanted.getMediaType());
        InForce inForce = archive.get(site, at, known);
        boolean now = at == null && known == null;
        FooterForm.Rendered footer = now ? shelf.get(inForce, form) : form.render(inForce.register());
        return Conditional.unlessKnown(headers, footer.etag(), footer::body)
                .type(form.type())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, KEPT)
                .build();
    }
}
