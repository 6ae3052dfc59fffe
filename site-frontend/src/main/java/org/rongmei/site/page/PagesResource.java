// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Conditional;

/** The addresses of the site. */
@Path("/")
@RequestScoped
@Produces("text/html; charset=utf-8")
public class PagesResource {

    @Inject
    PageEditor editor;

    @Inject
    Assets assets;

    @Inject
    HttpServletRequest request;

    @Context
    HttpHeaders headers;

    @GET
    public Response home() {
        return send(editor.home(raw()));
    }

    @GET
    @Path("articles/{id}")
    public Response article(@PathParam("id") String id, @QueryParam("page") @Nullable String page) {
        return send(editor.article(id, page));
    }

    @GET
    @Path("tags/{tag}/")
    public Response tag(@PathParam("tag") String tag, @QueryParam("before") @Nullable String before) {
        return send(editor.named("tag", tag, before));
    }

    @GET
    @Path("authors/{name}/")
    public Response author(@PathParam("name") String name, @QueryParam("before") @Nullable String before) {
        return send(editor.named("author", name, before));
    }

    @GET
    @Path("subscribe/")
    public Response subscribe() {
        return send(editor.subscribe());
    }

    @GET
    @Path("search")
    public Response search(@QueryParam("q") @Nullable String words, @QueryParam("before") @Nullable String before) {
        return send(editor.search(words == null ? "" : words.strip(), before));
    }

    @GET
    @Path("assets/{name}")
    public Response asset(@PathParam("name") String name) {
        return assets.find(name)
                .map(asset -> Response.ok(asset.bytes(), asset.type())
                        .header(HttpHeaders.CONTENT_LENGTH, asset.bytes().length)
                        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                        .build())
                .orElseGet(() -> send(editor.notFound()));
    }

    /** Everything else is a section, or an old address of a page that was imported. */
    @GET
    @Path("{path: .+}")
    public Response section(@QueryParam("before") @Nullable String before) {
        // Not the path parameter: it has lost the slash at its end, and that makes a difference.
        String address = URI.create(request.getRequestURI()).getPath().substring(1);
        return send(editor.sectionOrAlias(address, raw(), before));
    }

    private String raw() {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private Response send(Page page) {
        if (page.location() != null) {
            return Response.status(page.status())
                    .header(HttpHeaders.LOCATION, page.location())
                    .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60, s-maxage=30")
                    .build();
        }
        Response.ResponseBuilder response;
        if (page.status() == 200 && Conditional.isUnmodified(headers, page.etag())) {
            response = Response.notModified();
        } else {
            response = Response.status(page.status())
                    .entity(page.html())
                    .type("text/html; charset=utf-8")
                    .header(HttpHeaders.CONTENT_LENGTH, page.html().length)
                    .header("Content-Security-Policy", Page.CONTENT_POLICY);
        }
        if (page.status() == 200) {
            response.header(HttpHeaders.ETAG, page.etag())
                    .header(HttpHeaders.CACHE_CONTROL, "public, max-age=0, s-maxage=10, stale-if-error=40");
        } else {
            response.header(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (page.status() == 503) {
            response.header(HttpHeaders.RETRY_AFTER, "10");
        }
        return response.build();
    }
}
