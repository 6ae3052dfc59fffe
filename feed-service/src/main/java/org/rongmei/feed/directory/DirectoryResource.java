// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.directory;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rongmei.kit.Conditional;

/** What leads to the feeds and to the news. */
@Path("/")
@RequestScoped
@PermitAll
@Tag(name = "directory", description = "What leads to the feeds and to the news")
public class DirectoryResource {

    private static final Directory.Sheet STYLE = style();

    @Inject
    Directory directory;

    @Context
    HttpHeaders headers;

    @GET
    @Path("feeds.opml")
    @Operation(
            summary = "The feeds of the site and of every section, to be imported into a reader",
            description = "OPML 2.0")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "text/x-opml"))
    public Response opml() {
        return send(directory.opml(), "text/x-opml; charset=utf-8", 300);
    }

    @GET
    @Path("news-sitemap.xml")
    @Operation(summary = "What was published in the last 48 hours, for search engines")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "application/xml"))
    public Response sitemap() {
        return send(directory.sitemap(), "application/xml; charset=utf-8", 60);
    }

    @GET
    @Path("style.css")
    @Operation(summary = "How a feed looks in a browser")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "text/css"))
    public Response stylesheet() {
        return send(STYLE, "text/css; charset=utf-8", 86_400);
    }

    private Response send(Directory.Sheet sheet, String type, int maxAge) {
        return Conditional.unlessKnown(headers, sheet.etag(), sheet::bytes)
                .type(type)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + maxAge + ", s-maxage=30")
                .build();
    }

    private static Directory.Sheet style() {
        try (InputStream css = Objects.requireNonNull(DirectoryResource.class.getResourceAsStream("feed.css"))) {
            return Directory.Sheet.of(css.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The style of feeds cannot be read", e);
        }
    }
}
