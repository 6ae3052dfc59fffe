// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.transfer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.Answer;
import org.rongmei.article.Caller;
import org.rongmei.article.Limit;
import org.rongmei.article.SortedId;
import org.rongmei.kit.Cursor;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** Imports over HTTP. */
@Path("/imports")
@RequestScoped
@RolesAllowed("chief-editor")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "transfer", description = "Moving in, and moving out")
public class ImportsResource {

    @Inject
    ImportDoor door;

    @Inject
    Imports imports;

    @Context
    SecurityContext security;

    @Context
    HttpHeaders headers;

    @POST
    @Consumes({"application/rss+xml", "application/atom+xml", "application/x-ndjson"})
    @SecurityRequirement(name = "basic")
    @Operation(summary = "Import what was published elsewhere: RSS, WordPress (WXR), Atom or our own NDJSON")
    @APIResponse(responseCode = "202", description = "Being imported: Location tells where the report is")
    @APIResponseSchema(value = ImportReport.class, responseCode = "202")
    public Response begin(@QueryParam("section") @Nullable String section, InputStream body) {
        ImportJob job = door.accept(
                ImportType.of(headers.getMediaType()),
                section,
                body,
                Caller.of(security).login());
        return Response.status(Response.Status.ACCEPTED)
                .header(HttpHeaders.LOCATION, path(job))
                .entity(report(job, List.of(), null))
                .build();
    }

    @GET
    @Path("/{id}")
    @SecurityRequirement(name = "basic")
    @Operation(summary = "How far an import has got, and what became of each item")
    @APIResponseSchema(ImportReport.class)
    public Response report(
            @PathParam("id") String id,
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limit.of(limit);
        @Nullable Outcome only = outcome == null ? null : outcome(outcome);
        long after = cursor == null ? 0 : Cursor.parse(cursor, 1).number(0);
        ImportJob job = imports.get(id);
        Locale language = headers.getAcceptableLanguages().stream()
                .filter(wanted -> wanted.getLanguage().equals("zh")
                        || wanted.getLanguage().equals("en"))
                .findFirst()
                .orElse(Locale.SIMPLIFIED_CHINESE);
        List<ImportReport.Line> found = imports.lines(job, only, after, size + 1, language);
        List<ImportReport.Line> page = found.subList(0, Math.min(size, found.size()));
        @Nullable
        String next = found.size() > size
                ? path(job) + "?limit=" + size + (only == null ? "" : "&outcome=" + only) + "&cursor="
                        + Cursor.at(page.get(page.size() - 1).number())
                : null;
        return Answer.page(headers, report(job, page, next), next).build();
    }

    private static Outcome outcome(String text) {
        return Outcome.find(text)
                .orElseThrow(() -> Problem.badRequest(
                        "outcome",
                        Sentence.of(
                                "outcome 应为 taken、changed、known 或 refused。",
                                "outcome takes taken, changed, known or refused.")));
    }

    private static String path(ImportJob job) {
        return "/content/imports/" + SortedId.format(job.id());
    }

    private static ImportReport report(ImportJob job, List<ImportReport.Line> lines, @Nullable String next) {
        return new ImportReport(
                SortedId.format(job.id()),
                job.endedAt().isPresent() ? "done" : job.done() == 0 ? "waiting" : "running",
                job.type().toString(),
                job.section().orElse(null),
                job.startedBy(),
                job.startedAt(),
                job.endedAt().orElse(null),
                job.total(),
                job.done(),
                job.counts(),
                lines,
                next);
    }
}
