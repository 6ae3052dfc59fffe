// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.staff;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.Answer;
import org.rongmei.article.Caller;
import org.rongmei.article.ChinaDay;
import org.rongmei.article.Limit;
import org.rongmei.kit.Conditional;
import org.rongmei.kit.Cursor;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Problems;
import org.rongmei.kit.Sentence;

/** Who is who, for the chief-editor. */
@Path("/staff")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("chief-editor")
@SecurityRequirement(name = "basic")
@Tag(name = "staff", description = "The people behind the logins")
public class StaffResource {

    @Inject
    StaffMembers members;

    @Inject
    StaffDesk desk;

    @Inject
    ChinaDay china;

    @Context
    HttpHeaders headers;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "Everybody that has been written down, by login")
    @APIResponseSchema(StaffView.Page.class)
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        int most = Limit.of(limit);
        List<StaffMember> found = members.after(
                cursor == null ? "" : Cursor.parse(cursor, 1).key().get(0), most + 1);
        List<StaffMember> page = found.subList(0, Math.min(most, found.size()));
        @Nullable
        String next = found.size() > most
                ? "/content/staff?limit=" + most + "&cursor="
                        + Cursor.at(page.get(page.size() - 1).login())
                : null;
        return Answer.page(
                        headers,
                        new StaffView.Page(page.stream().map(this::view).toList(), next),
                        next)
                .build();
    }

    @GET
    @Path("/{login}")
    @Operation(summary = "One of them")
    @APIResponseSchema(StaffView.class)
    public Response get(@PathParam("login") String login) {
        StaffMember member = members.find(login)
                .orElseThrow(() -> new Problem(
                        404, "no-such-staff", Sentence.of("没有登记过这个账号。", "Nobody is written down for this login.")));
        return Conditional.unlessKnown(headers, member.etag(), () -> view(member))
                .build();
    }

    @PUT
    @Path("/{login}")
    @Operation(summary = "Write down who is behind a login", description = "If-Match when somebody is already")
    @APIResponse(responseCode = "201", description = "Not known before")
    @APIResponseSchema(StaffView.class)
    public Response put(
            @PathParam("login") String login,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull StaffDraft draft) {
        StaffDesk.Written written =
                desk.put(login, ifMatch, draft, Caller.of(security).login());
        return (written.created() ? Response.status(Response.Status.CREATED) : Response.ok())
                .entity(view(written.member()))
                .header(HttpHeaders.ETAG, written.member().etag())
                .build();
    }

    private StaffView view(StaffMember member) {
        return StaffView.of(member, china.today(), Problems.language(headers.getAcceptableLanguages()));
    }
}
