// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.annotation.security.RolesAllowed;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.Answer;
import org.rongmei.article.Caller;
import org.rongmei.article.Limit;
import org.rongmei.article.audit.AuditEntries;
import org.rongmei.article.audit.AuditEntry;
import org.rongmei.article.audit.AuditPage;
import org.rongmei.article.staff.StaffMembers;
import org.rongmei.kit.Cursor;

/** Who did what with an article, for the newsroom. */
@Path("/articles/{id}/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "articles")
public class AuditResource {

    @Inject
    ReadingRoom readingRoom;

    @Inject
    AuditEntries entries;

    @Inject
    StaffMembers staff;

    @Context
    SecurityContext security;

    @Context
    HttpHeaders headers;

    @GET
    @RolesAllowed({"reporter", "editor", "chief-editor"})
    @SecurityRequirement(name = "basic")
    @Operation(
            summary = "Who wrote, handed in, reviewed, published, withdrew or corrected it, when and why",
            description = "Oldest first.")
    @APIResponseSchema(AuditPage.class)
    public Response list(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        long article = readingRoom.get(id, Caller.of(security)).article().id();
        int most = Limit.of(limit);
        long after = cursor == null ? Long.MIN_VALUE : Cursor.parse(cursor, 1).number(0);
        List<AuditEntry> found = entries.of(article, after, most + 1);
        List<AuditEntry> page = found.subList(0, Math.min(most, found.size()));
        @Nullable
        String next = found.size() > most
                ? "/content/articles/" + id + "/audit?limit=" + most + "&cursor="
                        + Cursor.at(page.get(page.size() - 1).id())
                : null;
        Map<String, String> names =
                staff.names(page.stream().map(AuditEntry::login).toList());
        AuditPage view = new AuditPage(
                page.stream().map(entry -> AuditPage.Line.of(entry, names)).toList(), next);
        return Answer.page(headers, view, next).build();
    }
}
