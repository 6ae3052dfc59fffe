// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Conditional;
import org.rongmei.kit.ContentCoding;
import org.rongmei.kit.Packed;

/** The addresses of the site. */
@Path("/")
@RequestScoped
@Produces("text/html; charset=utf-8")
public class PagesResource {

    @Inject
    PageEditor editor;

    @Inject
    PageShelf shelf;

    @Inject
    Assets assets;

    @Inject
    HttpServletRequest request;

    @Context
    HttpServletResponse servletResponse;

    @Context
    HttpHeaders headers;

    @GET
    public Response home() {
        // An address with a query may be an article's of an old system.
        return request.getQueryString() == null ? show("/", () -> editor.home("/")) : send(editor.home(raw()));
    }

    @GET
    @Path("articles/{id}")
    public Response article(
            @PathParam("id") String id,
            @QueryParam("page") @Nullable String page,
            @QueryParam("preview") @Nullable String preview) {
        return preview == null
                ? show("/articles/" + id + "?page=" + (page == null ? "1" : page), () -> editor.article(id, page))
                : preview(id);
    }

    /** For the newsroom: what is being worked on, as it will look. */
    private Response preview(String id) {
        @Nullable String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        Page page = editor.preview(id, authorization);
        Response.ResponseBuilder response = Response.status(page.status())
                .entity(page.html())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Robots-Tag", "noindex")
                .header("Content-Security-Policy", Page.CONTENT_POLICY);
        if (page.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Rongmei\", charset=\"UTF-8\"");
        }
        return response.build();
    }

    @GET
    @Path("tags/{tag}/")
    public Response tag(@PathParam("tag") String tag, @QueryParam("before") @Nullable String before) {
        return list("/tags/" + tag + "/", before, () -> editor.named("tag", tag, before));
    }

    @GET
    @Path("authors/{name}/")
    public Response author(@PathParam("name") String name, @QueryParam("before") @Nullable String before) {
        return list("/authors/" + name + "/", before, () -> editor.named("author", name, before));
    }

    @GET
    @Path("subscribe/")
    public Response subscribe() {
        return show("/subscribe/", editor::subscribe);
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
        return request.getQueryString() == null
                ? show("/" + address, () -> editor.sectionOrAlias(address, raw(), null))
                : send(editor.sectionOrAlias(address, raw(), before));
    }

    /** Who goes back in time asks for a page that nobody else wants at the moment. */
    private Response list(String address, @Nullable String before, Supplier<Page> maker) {
        return before == null ? show(address, maker) : send(maker.get());
    }

    private Response show(String address, Supplier<Page> maker) {
        return send(shelf.get(address, maker));
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
        Packed content = page.content();
        ContentCoding coding = content.coding(headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        Response.ResponseBuilder response;
        if (page.status() == 200 && Conditional.isUnmodified(headers, content.etag())) {
            response = Response.notModified();
        } else {
            byte[] body = content.body(coding);
            servletResponse.setBufferSize(body.length + 1); // or Liberty sends it in chunks, without its length
            response = Response.status(page.status())
                    .entity(body)
                    .type("text/html; charset=utf-8")
                    .header(HttpHeaders.CONTENT_LENGTH, body.length)
                    .header("Content-Security-Policy", Page.CONTENT_POLICY);
            if (coding != ContentCoding.IDENTITY) {
                response.header(HttpHeaders.CONTENT_ENCODING, coding.token());
            }
        }
        if (page.status() == 200) {
            response.header(HttpHeaders.ETAG, content.tag(coding))
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
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
