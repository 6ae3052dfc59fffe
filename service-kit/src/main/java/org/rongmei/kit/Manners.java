// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What every request and answer goes through: limits, credentials that are none, caching, CORS. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
@PreMatching
public class Manners implements ContainerRequestFilter, ContainerResponseFilter {

    private static final long MEGABYTE = 1_000_000;
    private static final long LARGEST_BODY = 2 * MEGABYTE;
    /** A picture of 20 MB and the words around it. */
    private static final long LARGEST_MULTIPART = 21 * MEGABYTE;
    /** Imports: their readers take them piece by piece. */
    private static final Set<String> STREAMED =
            Set.of("application/x-ndjson", "application/rss+xml", "application/atom+xml");

    @Inject
    HttpServletRequest servletRequest;

    @Inject
    Problems problems;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (request.getMethod().equals(HttpMethod.OPTIONS)
                && request.getHeaderString("Access-Control-Request-Method") != null) {
            request.abortWith(Response.noContent()
                    .header("Access-Control-Allow-Methods", "GET, HEAD")
                    .header("Access-Control-Allow-Headers", "If-None-Match, If-Modified-Since, Last-Event-ID")
                    .header("Access-Control-Max-Age", "86400")
                    .build());
            return;
        }
        // The container lets a wrong password read what is public, as if nobody had asked. That hides the mistake.
        if (request.getHeaderString(HttpHeaders.AUTHORIZATION) != null
                && request.getSecurityContext().getUserPrincipal() == null) {
            throw new Problem(401, "bad-credentials", Sentence.of("用户名、密码或令牌不对。", "These credentials are not valid."));
        }
        if (request.getMediaType() == null && request.getLength() <= 0) {
            // Nothing was sent, so nothing was said about its type: the same as an empty object. (curl -X PUT does
            // that.)
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
            request.setEntityStream(new ByteArrayInputStream("{}".getBytes(StandardCharsets.US_ASCII)));
        }
        bound(request);
        rememberDigest(request);
    }

    private static void bound(ContainerRequestContext request) {
        @Nullable MediaType type = request.getMediaType();
        if (type != null && STREAMED.contains(type.getType() + "/" + type.getSubtype())) {
            return;
        }
        boolean multipart = type != null && type.getType().equals("multipart");
        if (multipart && !type.getParameters().containsKey("boundary")) {
            throw new Problem(
                    400,
                    "malformed",
                    Sentence.of("multipart 请求缺少 boundary。", "The multipart request names no boundary."));
        }
        long largest = multipart ? LARGEST_MULTIPART : LARGEST_BODY;
        if (request.getLength() > largest) {
            throw Problems.tooLarge();
        }
        request.setEntityStream(new Bounded(request.getEntityStream(), largest));
    }

    private void rememberDigest(ContainerRequestContext request) throws IOException {
        if (request.getHeaderString(Idempotency.HEADER) == null
                || !request.getMethod().equals(HttpMethod.POST)) {
            return;
        }
        byte[] body = request.getEntityStream().readAllBytes();
        servletRequest.setAttribute(Idempotency.BODY_DIGEST, HexFormat.of().formatHex(Conditional.sha256(body)));
        request.setEntityStream(new ByteArrayInputStream(body));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        // The container refuses without a word when credentials are missing.
        if (response.getStatus() >= 400
                && !response.hasEntity()
                && !request.getMethod().equals(HttpMethod.HEAD)) {
            problems.explain(request, response);
        }
        MultivaluedMap<String, Object> headers = response.getHeaders();
        boolean reading = request.getMethod().equals(HttpMethod.GET)
                || request.getMethod().equals(HttpMethod.HEAD)
                || request.getMethod().equals(HttpMethod.OPTIONS);
        if (reading) {
            headers.putSingle("Access-Control-Allow-Origin", "*");
            headers.putSingle("Access-Control-Expose-Headers", "ETag, Link, Location, Retry-After");
        }
        headers.add(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        if (request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, no-store");
        } else if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            // Half a minute in shared caches is the longest that a withdrawn text may live on in one of them.
            headers.putSingle(HttpHeaders.CACHE_CONTROL, reading ? "public, max-age=10, s-maxage=30" : "no-store");
        }
        if (!headers.containsKey(HttpHeaders.CONTENT_LANGUAGE)) {
            headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, "zh-CN");
        }
    }

    /** A body that ends with a 413 rather than with our memory. */
    private static class Bounded extends FilterInputStream {

        private long left;

        Bounded(InputStream body, long largest) {
            super(body);
            left = largest;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw Problems.tooLarge();
            }
        }
    }
}
