// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.section;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Conditional;

/** The tree of sections over HTTP. */
@Path("/sections")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "sections", description = "The tree of sections")
public class SectionsResource {

    @Inject
    Sections sections;

    @Inject
    SectionDesk desk;

    @Context
    HttpHeaders headers;

    @GET
    @Operation(summary = "All sections, parents before their children")
    @APIResponseSchema(SectionList.class)
    public Response list() {
        SectionTree tree = sections.tree();
        return Conditional.unlessKnown(headers, "\"tree-" + tree.version() + "\"", () -> SectionList.of(tree))
                .build();
    }

    @GET
    @Path("/{path: .+}")
    @Operation(summary = "One section; 301 where it used to be")
    @APIResponseSchema(SectionView.class)
    public Response get(@PathParam("path") String text) {
        SectionPath path = new SectionPath(text);
        SectionTree tree = sections.tree();
        Optional<Section> section = tree.find(path);
        if (section.isEmpty()) {
            Section moved = sections.findMoved(path).orElseThrow(() -> new SectionNotFound(path));
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .header(HttpHeaders.LOCATION, "/content/sections/" + moved.path())
                    .build();
        }
        SectionView view = SectionView.of(section.get(), tree);
        return Conditional.unlessKnown(headers, view.etag(), () -> view).build();
    }

    @PUT
    @Path("/{path: .+}")
    @RolesAllowed("chief-editor")
    @SecurityRequirement(name = "basic")
    @Operation(summary = "Create, rename, reorder, hide or move a section", description = "If-Match when it exists")
    @APIResponse(responseCode = "201", description = "Created")
    @APIResponseSchema(SectionView.class)
    public Response put(
            @PathParam("path") String path,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull SectionDraft draft) {
        SectionDesk.Outcome outcome = desk.put(new SectionPath(path), ifMatch, draft);
        Response.ResponseBuilder response = outcome.created()
                ? Response.status(Response.Status.CREATED)
                        .header(
                                HttpHeaders.LOCATION,
                                "/content/sections/" + outcome.view().path())
                : Response.ok();
        return response.header(HttpHeaders.ETAG, outcome.view().etag())
                .entity(outcome.view())
                .build();
    }

    @DELETE
    @Path("/{path: .+}")
    @RolesAllowed("chief-editor")
    @SecurityRequirement(name = "basic")
    @Operation(summary = "Delete a section that has no articles and no sections below it")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@PathParam("path") String path, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        desk.delete(new SectionPath(path), ifMatch);
    }
}
