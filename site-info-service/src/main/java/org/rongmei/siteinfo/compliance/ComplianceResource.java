// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.compliance;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rongmei.kit.Conditional;
import org.rongmei.kit.Problems;
import org.rongmei.siteinfo.FindingList;

/** The findings on a register over HTTP. */
@Path("/sites/{site}/compliance")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "compliance", description = "Whether a site shows what it has to show")
public class ComplianceResource {

    @Inject
    Compliance compliance;

    @Context
    HttpHeaders headers;

    @GET
    @Operation(summary = "What is to be said of a site's register: what is missing, doubtful, or ends soon")
    @APIResponseSchema(FindingList.class)
    public Response get(@PathParam("site") String site) {
        Locale language = Problems.language(headers.getAcceptableLanguages());
        FindingList list = FindingList.of(compliance.findings(site), language);
        return Conditional.unlessKnown(headers, Conditional.etag(list.toString()), () -> list)
                .language(language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
