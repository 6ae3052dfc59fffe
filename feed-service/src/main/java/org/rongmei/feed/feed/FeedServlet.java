// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Conditional;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** Hands out feeds. A servlet rather than a resource, because here it shows: this is what pollers call all day. */
@WebServlet(urlPatterns = {"/rss.xml", "/atom.xml", "/feed.json", "/archive/*", "/sections/*", "/tags/*", "/authors/*"})
public class FeedServlet extends HttpServlet {

    private static final System.Logger LOG = System.getLogger(FeedServlet.class.getName());
    private static final Jsonb JSON = JsonbBuilder.create();
    private static final String CACHING = "public, max-age=60, s-maxage=30, stale-if-error=86400";

    @Inject
    transient FeedShelf shelf;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            send(shelf.get(document(request)), request, response);
        } catch (FeedElsewhere elsewhere) {
            redirect(elsewhere, request, response);
        } catch (Problem problem) {
            refuse(problem, request, response);
        } catch (PersistenceException e) {
            LOG.log(Level.WARNING, "The database did not answer", e);
            refuse(
                    new Problem(503, "database-away", Sentence.of("暂时不能服务，请稍后再来。", "Please come back soon."))
                            .retryAfter(Duration.ofSeconds(5)),
                    request,
                    response);
        }
    }

    /** Of the whole query only {@code content=summary} means anything: the rest must not fill the shelf. */
    private static FeedAddress.Document document(HttpServletRequest request) {
        boolean summary = "summary".equals(request.getParameter("content"));
        return FeedAddress.find(path(request), summary).orElseThrow(Nameplates::notFound);
    }

    private static String path(HttpServletRequest request) {
        @Nullable String info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }

    private static void redirect(FeedElsewhere elsewhere, HttpServletRequest request, HttpServletResponse response) {
        String path = path(request);
        FeedFormat format =
                FeedFormat.find(path.substring(path.lastIndexOf('/') + 1)).orElseThrow();
        response.setStatus(elsewhere.status());
        response.setHeader("Location", elsewhere.address().path(format));
        response.setHeader("Cache-Control", "public, max-age=30, s-maxage=30");
    }

    private static void send(RenderedFeed feed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean gzip = acceptsGzip(request.getHeader("Accept-Encoding"));
        response.setHeader("ETag", gzip ? feed.gzipEtag() : feed.etag());
        response.setHeader("Last-Modified", feed.lastModifiedHeader());
        response.setHeader("Cache-Control", CACHING);
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("Access-Control-Allow-Origin", "*");
        if (Conditional.isUnmodified(
                request.getHeader("If-None-Match"),
                request.getHeader("If-Modified-Since"),
                feed.etag(),
                feed.lastModified())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] bytes = gzip ? feed.gzip() : feed.plain();
        response.setContentType(feed.contentType());
        response.setHeader("Content-Language", "zh-CN");
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** RFC 9110, 12.5.3: named or else by a star, and not with a quality of nothing. */
    static boolean acceptsGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        boolean acceptsAny = false;
        for (String coding : header.split(",")) {
            String[] parts = coding.trim().split("\\s*;\\s*", -1);
            boolean welcome = parts.length < 2 || !parts[1].matches("[qQ]=0(\\.0*)?");
            if (parts[0].equalsIgnoreCase("gzip")) {
                return welcome;
            }
            if (parts[0].equals("*")) {
                acceptsAny = welcome;
            }
        }
        return acceptsAny;
    }

    /** The servlet would take this machine's language for the reader's. */
    private static Locale language(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? Locale.SIMPLIFIED_CHINESE : request.getLocale();
    }

    private static void refuse(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String body = JSON.toJson(problem.view(language(request), request.getRequestURI()));
        response.setStatus(problem.status());
        response.setContentType("application/problem+json");
        response.setHeader("Vary", "Accept-Language");
        response.setHeader("Cache-Control", problem.status() == 410 ? "public, s-maxage=30" : "no-store");
        problem.retryAfter().ifPresent(pause -> response.setHeader("Retry-After", String.valueOf(pause.toSeconds())));
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
