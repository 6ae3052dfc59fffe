// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.staff;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rongmei.article.Caller;
import org.rongmei.article.ChinaDay;
import org.rongmei.kit.Conditional;
import org.rongmei.kit.Problems;

/** What a desk asks first. */
@Path("/me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "staff")
public class MeResource {

    @Inject
    StaffMembers members;

    @Inject
    ChinaDay china;

    @Context
    HttpHeaders headers;

    @Context
    SecurityContext security;

    @GET
    @RolesAllowed({"reporter", "editor", "chief-editor", "site-admin", "syndicator"})
    @SecurityRequirement(name = "basic")
    @Operation(summary = "Who I am, and my roles")
    @APIResponseSchema(Me.class)
    public Response get() {
        Caller caller = Caller.of(security);
        Optional<StaffMember> member = members.find(caller.login());
        Locale language = Problems.language(headers.getAcceptableLanguages());
        LocalDate today = china.today();
        Me me = new Me(
                caller.login(),
                caller.roles().stream().sorted().toList(),
                member.map(StaffMember::name).orElse(null),
                member.flatMap(StaffMember::position).orElse(null),
                member.flatMap(StaffMember::pressCard).orElse(null),
                member.map(known -> StaffView.hints(known, today, language)).orElseGet(List::of));
        return Conditional.unlessKnown(headers, Conditional.etag(me.toString()), () -> me)
                .build();
    }
}
