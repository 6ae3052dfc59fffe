// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.footer;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
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
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Conditional;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;
import org.rongmei.siteinfo.register.At;
import org.rongmei.siteinfo.register.Register;
import org.rongmei.siteinfo.register.Registers;

/** The footer over HTTP, in the form that was asked for. */
@Path("/sites/{site}/footer")
@RequestScoped
@PermitAll
@Tag(name = "footer", description = "What every page shows of the register")
public class FooterResource {

    private static final Jsonb JSON = JsonbBuilder.create();
    private static final MediaType JSON_LD = new MediaType("application", "ld+json");
    private static final List<Variant> VARIANTS = Variant.mediaTypes(
                    MediaType.TEXT_HTML_TYPE, MediaType.APPLICATION_JSON_TYPE, JSON_LD, MediaType.TEXT_PLAIN_TYPE)
            .build();

    @Inject
    Registers registers;

    @Inject
    InstantSource clock;

    @Context
    Request request;

    @Context
    HttpHeaders headers;

    @GET
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON, "application/ld+json", MediaType.TEXT_PLAIN})
    @Operation(summary = "The footer as an HTML fragment, JSON, JSON-LD or plain text, now or as it was at an instant")
    public Response get(@PathParam("site") String site, @QueryParam("at") @Nullable String at) {
        @Nullable Variant wanted = request.selectVariant(VARIANTS);
        if (wanted == null) {
            throw new Problem(406, "not-acceptable", Sentence.of("没有您所要的格式。", "The wanted format is not on offer."));
        }
        Register register = registers.get(site, At.orNow(at, clock)).register();
        String body = render(register, wanted.getMediaType());
        String etag = Conditional.etag(body);
        Response.ResponseBuilder response = Conditional.isUnmodified(headers, etag)
                ? Response.notModified()
                : Response.ok(body, wanted.getMediaType().withCharset("utf-8"));
        return response.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=30, s-maxage=30, stale-if-error=604800")
                .build();
    }

    private static String render(Register register, MediaType type) {
        Footer footer = Footer.of(register);
        if (type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
            return FooterRendering.html(footer);
        }
        if (type.isCompatible(JSON_LD)) {
            return FooterRendering.jsonLd(register);
        }
        return type.isCompatible(MediaType.TEXT_PLAIN_TYPE) ? FooterRendering.text(footer) : JSON.toJson(footer);
    }
}
