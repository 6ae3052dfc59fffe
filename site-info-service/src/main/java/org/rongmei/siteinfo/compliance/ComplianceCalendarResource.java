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
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rongmei.kit.Problems;

/** The findings on a register as a calendar. */
@Path("/sites/{site}/compliance.ics")
@RequestScoped
@PermitAll
@Tag(name = "compliance")
public class ComplianceCalendarResource {

    static final String TYPE = "text/calendar; charset=utf-8";

    @Inject
    Compliance compliance;

    @Context
    HttpHeaders headers;

    @GET
    @Produces(TYPE)
    @Operation(
            summary = "What ends, as an iCalendar file to subscribe to",
            description =
                    "A whole day for each alert: 90, 60, 30 and 7 days before the end, and the last day. All days are those of China.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "text/calendar"))
    public Response get(@PathParam("site") String site) {
        Locale language = Problems.language(headers.getAcceptableLanguages());
        return new ComplianceDocument(TYPE, language, compliance.calendar(site, language)).answer(headers);
    }
}
