// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.partner;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rongmei.feed.PageLimit;
import org.rongmei.kit.Conditional;
import org.rongmei.kit.Cursor;

/** Contracts over HTTP, for the chief-editor alone: nobody else may ask who our partners are. */
@Path("/partners")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("chief-editor")
@SecurityRequirement(name = "basic")
@Tag(name = "partners", description = "Who may take what under contract")
public class PartnersResource {

    private static final String HERE = "/feeds/partners";

    @Inject
    ContractDesk desk;

    @Context
    HttpHeaders headers;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "All partners, by their logins")
    @APIResponseSchema(PartnerList.class)
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        int most = PageLimit.of(limit);
        String after = cursor == null ? "" : Cursor.parse(cursor, 1).key().get(0);
        List<PartnerView> found = desk.after(after, most + 1);
        List<PartnerView> items = found.subList(0, Math.min(most, found.size()));
        @Nullable
        String next = found.size() <= most
                ? null
                : HERE + "?cursor=" + Cursor.at(items.get(most - 1).login()) + "&limit=" + most;
        return page(new PartnerList(items, next), next);
    }

    @GET
    @Path("/{login}")
    @Operation(summary = "One partner's contract, without anything to enter with")
    @APIResponseSchema(PartnerView.class)
    public Response get(@PathParam("login") String login) {
        ContractDesk.Outcome outcome = desk.get(login);
        return Conditional.unlessKnown(headers, outcome.etag(), outcome::view).build();
    }

    @PUT
    @Path("/{login}")
    @Operation(
            summary = "Agree on a contract, or change it",
            description = "If-Match when there is one. A changed entitlement reaches the partner in its change log.")
    @APIResponse(responseCode = "201", description = "Agreed")
    @APIResponseSchema(PartnerView.class)
    public Response put(
            @PathParam("login") String login,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull PartnerDraft draft) {
        ContractDesk.Outcome outcome = desk.put(login, ifMatch, draft, caller());
        return (outcome.created()
                        ? Response.status(Response.Status.CREATED)
                                .header(HttpHeaders.LOCATION, HERE + "/" + encoded(login))
                        : Response.ok())
                .header(HttpHeaders.ETAG, outcome.etag())
                .entity(outcome.view())
                .build();
    }

    @DELETE
    @Path("/{login}")
    @Operation(summary = "End a contract at once, with all its credentials")
    @APIResponse(responseCode = "204", description = "Ended")
    public void delete(@PathParam("login") String login, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        desk.delete(login, ifMatch, caller());
    }

    @GET
    @Path("/{login}/audit")
    @Operation(summary = "Who changed what of a contract, the latest first")
    @APIResponseSchema(ContractChangeList.class)
    public Response audit(
            @PathParam("login") String login,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = PageLimit.of(limit);
        long before = cursor == null ? Long.MAX_VALUE : Cursor.parse(cursor, 1).number(0);
        List<ContractChange> found = desk.changes(login, before, most + 1);
        List<ContractChange> items = found.subList(0, Math.min(most, found.size()));
        @Nullable
        String next = found.size() <= most
                ? null
                : HERE + "/" + encoded(login) + "/audit?cursor="
                        + Cursor.at(items.get(most - 1).id()) + "&limit=" + most;
        return page(
                new ContractChangeList(
                        items.stream().map(ContractChangeList.Item::of).toList(), next),
                next);
    }

    @POST
    @Path("/{login}/credentials")
    @Operation(
            summary = "A new token, shown this once",
            description =
                    "Those that there are end after `overlapHours` (24). No Idempotency-Key: we could not show a token twice.")
    @APIResponse(responseCode = "201", description = "Issued")
    @APIResponseSchema(value = IssuedCredential.class, responseCode = "201")
    public Response issue(@PathParam("login") String login, @NotNull CredentialDraft draft) {
        IssuedCredential issued = desk.issue(login, draft, caller());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, HERE + "/" + encoded(login) + "/credentials/" + issued.id())
                .entity(issued)
                .build();
    }

    @DELETE
    @Path("/{login}/credentials/{id}")
    @Operation(
            summary = "Revoke a token at once, on every node",
            description = "If-Match with the contract's ETag; * in a hurry.")
    @APIResponse(responseCode = "204", description = "Revoked")
    public void revoke(
            @PathParam("login") String login,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        desk.revoke(login, id, ifMatch, caller());
    }

    private Response page(Object page, @Nullable String next) {
        Response.ResponseBuilder response = Response.ok(page);
        if (next != null) {
            response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return response.build();
    }

    private String caller() {
        return security.getUserPrincipal().getName();
    }

    private static String encoded(String login) {
        return URLEncoder.encode(login, StandardCharsets.UTF_8);
    }
}
