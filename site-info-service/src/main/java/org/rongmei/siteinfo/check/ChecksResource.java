// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rongmei.kit.Checked;
import org.rongmei.kit.Problems;
import org.rongmei.siteinfo.FindingList;
import org.rongmei.siteinfo.Rationed;

/** Pages looked at over HTTP, for anybody. Stores nothing. */
@Path("/checks")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "compliance")
public class ChecksResource {

    @Inject
    Checked checked;

    @Inject
    Inspection inspection;

    @Context
    HttpHeaders headers;

    @POST
    @Rationed
    @Operation(
            summary = "What a page lacks of what a news site must show",
            description =
                    "Takes `html`, or a `url` where the administrator allows it. Each finding names its law, article and "
                            + "penalty in the version in force `at` that moment. Only what is in the HTML is seen: no script runs and "
                            + "no style sheet is fetched. `offset` counts UTF-16 code units.")
    @APIResponseSchema(FindingList.class)
    public Response check(@NotNull PageQuestion question) {
        checked.valid(question);
        Locale language = Problems.language(headers.getAcceptableLanguages());
        return Response.ok(FindingList.of(inspection.of(question), language))
                .language(language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
