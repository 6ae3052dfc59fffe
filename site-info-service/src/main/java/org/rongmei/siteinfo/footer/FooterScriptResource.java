// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.footer;

import jakarta.annotation.security.PermitAll;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rongmei.kit.Conditional;
import org.rongmei.siteinfo.register.Standing;

/** The footer as a custom element, for sites that are not ours. */
@Path("/sites/{site}/footer.js")
@RequestScoped
@PermitAll
@Tag(name = "footer", description = "What every page shows of the register")
public class FooterScriptResource {

    @Inject
    Standing standing;

    @Inject
    FooterScript script;

    @Context
    HttpHeaders headers;

    @GET
    @Produces("text/javascript")
    @Operation(
            summary = "The custom element <site-footer site=\"…\">, for sites that are not ours",
            description = "A classic script. Needs `script-src` and `connect-src` of this host, and nothing else.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "text/javascript"))
    public Response get(@PathParam("site") String site) {
        standing.get(site); // or 404
        return Conditional.unlessKnown(headers, script.etag(), script::body)
                .type(FooterScript.TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300, s-maxage=30, stale-if-error=604800")
                // A page that isolates itself loads only what says that anybody may.
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }
}
