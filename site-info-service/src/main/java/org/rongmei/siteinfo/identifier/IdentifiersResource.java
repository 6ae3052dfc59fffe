// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.identifier;

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
import org.rongmei.siteinfo.Rationed;

/** Judges numbers over HTTP, for anybody. Stores nothing. */
@Path("/identifiers")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "identifiers", description = "Whether a number is formed as its authority forms them")
public class IdentifiersResource {

    @Inject
    Checked checked;

    @Context
    HttpHeaders headers;

    @POST
    @Rationed
    @Operation(
            summary = "Judges a number",
            description = "Each finding names the rule that is broken. A rule that is only inferred gives a warning.")
    @APIResponseSchema(Verdict.View.class)
    public Response judge(@NotNull IdentifierQuestion question) {
        checked.valid(question);
        Locale language = Problems.language(headers.getAcceptableLanguages());
        IdentifierKind kind = IdentifierKind.find(question.kind()).orElseThrow();
        return Response.ok(kind.judge(question.text()).in(language))
                .language(language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
