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
import org.rongmei.article.Limit;
import org.rongmei.article.revision.Revision;
import org.rongmei.article.section.Sections;
import org.rongmei.article.staff.StaffMember;
import org.rongmei.article.staff.StaffMembers;
import org.rongmei.kit.Conditional;
import org.rongmei.kit.Cursor;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** Every version of an article, for the newsroom. */
@Path("/articles/{id}/revisions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"reporter", "editor", "chief-editor"})
@SecurityRequirement(name = "basic")
@Tag(name = "articles")
public class RevisionsResource {

    @Inject
    Articles articles;

    @Inject
    History history;

    @Inject
    Sections sections;

    @Inject
    StaffMembers staff;

    @Context
    HttpHeaders headers;

    @Context
    SecurityContext security;

    @PathParam("id")
    String id = "";

    @GET
    @Operation(summary = "Who wrote which version, and when; oldest first")
    @APIResponseSchema(RevisionView.Page.class)
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        Article article = articles.get(id);
        int most = Limit.of(limit);
        int after = cursor == null
                ? 0
                : (int) Math.min(Integer.MAX_VALUE, Cursor.parse(cursor, 1).number(0));
        List<Revision> found = history.of(article, after, most + 1);
        List<Revision> page = found.subList(0, Math.min(most, found.size()));
        @Nullable
        String next = found.size() > most
                ? "/content/articles/" + id + "/revisions?limit=" + most + "&cursor="
                        + Cursor.at(page.get(page.size() - 1).number())
                : null;
        Map<String, String> names =
                staff.names(page.stream().map(Revision::login).toList());
        RevisionView.Page view = new RevisionView.Page(
                page.stream()
                        .map(revision -> RevisionView.Line.of(revision, names))
                        .toList(),
                next);
        return Answer.page(headers, view, next).build();
    }

    @GET
    @Path("/{number}")
    @Operation(
            summary = "One version, whole",
            description = "With `since`, the number of another: what became of that, field by field.")
    @APIResponseSchema(RevisionView.class)
    public Response get(@PathParam("number") String number, @QueryParam("since") @Nullable String since) {
        Article article = articles.get(id);
        Revision revision = history.get(article, number("number", number));
        @Nullable Revision before = since == null ? null : history.get(article, number("since", since));
        RevisionView view = RevisionView.of(
                revision, staff.find(revision.login()).map(StaffMember::name).orElse(null), before, sections.tree());
        return Conditional.unlessKnown(headers, Conditional.etag(view.toString()), () -> view)
                .build();
    }

    private static int number(String field, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Problem.badRequest(field, Sentence.of("%s 应为正整数。", "%s takes a positive number.", field));
        }
    }
}
