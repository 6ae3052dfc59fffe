// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.rongmei.kit.Conditional;
import org.rongmei.site.SiteSettings;
import org.rongmei.site.upstream.Imprint;
import org.rongmei.site.upstream.Masthead;
import org.rongmei.site.upstream.ServiceAway;

/** What programs look for on a site: where its pages are, what they may read, whom to tell of a hole. */
@Path("/")
@RequestScoped
public class DirectoriesResource {

    private static final String XML = "application/xml; charset=utf-8";
    private static final String TEXT = "text/plain; charset=utf-8";

    @Inject
    SitemapEditor sitemaps;

    @Inject
    Masthead masthead;

    @Inject
    SiteSettings settings;

    @Inject
    InstantSource clock;

    @Context
    HttpHeaders headers;

    @GET
    @Path("sitemap.xml")
    @Produces(XML)
    public Response index() {
        return sitemap(() -> Optional.of(sitemaps.index()));
    }

    @GET
    @Path("sitemap-sections.xml")
    @Produces(XML)
    public Response sections() {
        return sitemap(() -> Optional.of(sitemaps.sections()));
    }

    @GET
    @Path("sitemap-{month: \\d{4}-\\d{2}}.xml")
    @Produces(XML)
    public Response month(@PathParam("month") String month) {
        return sitemap(() -> sitemaps.month(month));
    }

    private Response sitemap(Supplier<Optional<byte[]>> sitemap) {
        try {
            return sitemap.get()
                    .map(bytes -> send(bytes, XML, 300))
                    .orElseGet(() -> Response.status(Response.Status.NOT_FOUND).build());
        } catch (ServiceAway e) {
            return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, "60")
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        }
    }

    @GET
    @Path("robots.txt")
    @Produces(TEXT)
    public Response robots() {
        String text = """
                User-agent: *
                Disallow: /desk/
                Disallow: /search
                Sitemap: %1$s/sitemap.xml
                Sitemap: %1$s/feeds/news-sitemap.xml
                """.formatted(settings.siteUrl());
        return send(text.getBytes(StandardCharsets.UTF_8), TEXT, 3_600);
    }

    /** RFC 9116. 404 as long as the register has no address to write to. */
    @GET
    @Path(".well-known/security.txt")
    @Produces(TEXT)
    public Response security() {
        // The same for a whole month, and always more than eleven months ahead (section 2.5.5 wants less than a year).
        String expires = clock.instant()
                .atOffset(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .withDayOfMonth(1)
                .plusMonths(12)
                .toString();
        return masthead.imprint()
                .map(Imprint::email)
                .map(email -> """
                        Contact: mailto:%s
                        Expires: %s
                        Preferred-Languages: zh, en
                        Canonical: %s/.well-known/security.txt
                        """.formatted(email, expires.replace("00:00Z", "00:00:00Z"), settings.siteUrl()))
                .map(text -> send(text.getBytes(StandardCharsets.UTF_8), TEXT, 3_600))
                .orElseGet(() -> Response.status(Response.Status.NOT_FOUND).build());
    }

    private Response send(byte[] bytes, String type, int maxAge) {
        return Conditional.unlessKnown(headers, Conditional.etag(bytes), () -> bytes)
                .type(type)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + maxAge + ", s-maxage=30")
                .build();
    }
}
