// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import jakarta.annotation.security.PermitAll;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Conditional;

/** The register over HTTP. */
@Path("/")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "register", description = "What sites say about themselves")
public class SitesResource {

    @Inject
    Registers registers;

    @Inject
    Registry registry;

    @Inject
    Standing standing;

    @Inject
    Archive archive;

    @Context
    HttpHeaders headers;

    @Context
    SecurityContext security;

    @GET
    @Path("/sites")
    @Operation(summary = "All sites that have a register")
    @APIResponseSchema(SiteList.class)
    public Response list() {
        SiteList list =
                new SiteList(standing.all().stream().map(SitesResource::item).toList(), null);
        return Conditional.unlessKnown(headers, Conditional.etag(list.toString()), () -> list)
                .build();
    }

    private static SiteList.Item item(InForce inForce) {
        Register register = inForce.register();
        return new SiteList.Item(String.valueOf(register.site()), register.name(), register.hosts());
    }

    @GET
    @Path("/by-host/{host}")
    @Operation(summary = "The site that answers for a host")
    @APIResponseSchema(SiteList.Item.class)
    public Response byHost(@PathParam("host") String host) {
        SiteList.Item item = Host.normal(host)
                .flatMap(standing::byHost)
                .map(SitesResource::item)
                .orElseThrow(() -> new HostNotFound(host));
        return Conditional.unlessKnown(headers, Conditional.etag(item.toString()), () -> item)
                .build();
    }

    @GET
    @Path("/sites/{site}")
    @Operation(summary = "A site's register, as it is or as it was at an instant", description = Archive.PARAMETERS)
    @APIResponseSchema(Register.class)
    public Response get(
            @PathParam("site") String site,
            @QueryParam("at") @Nullable String at,
            @QueryParam("known") @Nullable String known) {
        InForce found = archive.get(site, at, known);
        return Conditional.unlessKnown(headers, found.etag(), found::register).build();
    }

    @PUT
    @Path("/sites/{site}")
    @RolesAllowed("site-admin")
    @SecurityRequirement(name = "basic")
    @Operation(
            summary = "A new version, valid from validFrom or from now on",
            description = "Nothing is overwritten. Needs If-Match when the site is registered already.")
    @APIResponseSchema(Register.class)
    public Response put(
            @PathParam("site") String site,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull Register register) {
        boolean first = registers.latest(site) == 0;
        Register recorded = registry.record(
                site, ifMatch, register, security.getUserPrincipal().getName());
        Response.ResponseBuilder response = first
                ? Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, "/site-info/sites/" + site)
                : Response.ok();
        registers.find(site).ifPresent(inForce -> response.header(HttpHeaders.ETAG, inForce.etag()));
        return response.entity(recorded).build();
    }

    @GET
    @Path("/sites/{site}/versions")
    @RolesAllowed({"site-admin", "chief-editor"})
    @SecurityRequirement(name = "basic")
    @Operation(summary = "Who changed what, when and why")
    @APIResponseSchema(VersionList.class)
    public Response versions(@PathParam("site") String site) {
        List<VersionView> versions = registers.versions(site);
        if (versions.isEmpty()) {
            throw new SiteNotFound(site);
        }
        VersionList list = new VersionList(versions, null);
        return Conditional.unlessKnown(headers, Conditional.etag(list.toString()), () -> list)
                .build();
    }
}
