// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.upstream;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * The lines to the services. A service that did not answer is left alone for five seconds: a page asks ten times, and
 * must not wait ten times. Each has a breaker of its own, because one may be away without the other; and searching may
 * be slow while articles are not.
 */
@ApplicationScoped
class Lines {

    static final Duration PATIENCE = Duration.ofSeconds(3);
    /** With the body, which the client's own patience does not cover. */
    private static final long WHOLE_ANSWER = 4_000;

    private static final long LEFT_ALONE = 5_000;
    /** A server that cannot answer anything now, or a proxy that does not reach it. */
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Timeout(WHOLE_ANSWER)
    @CircuitBreaker(
            requestVolumeThreshold = 1,
            delay = LEFT_ALONE,
            failOn = {IOException.class, TimeoutException.class})
    public HttpResponse<String> toArticles(HttpRequest request) throws IOException, InterruptedException {
        return present(request);
    }

    @Timeout(WHOLE_ANSWER)
    @CircuitBreaker(
            requestVolumeThreshold = 1,
            delay = LEFT_ALONE,
            failOn = {IOException.class, TimeoutException.class})
    public HttpResponse<String> toSiteInfo(HttpRequest request) throws IOException, InterruptedException {
        return present(request);
    }

    /** A search says itself that it is not ready (503): that is an answer. */
    @Timeout(WHOLE_ANSWER)
    @CircuitBreaker(
            requestVolumeThreshold = 1,
            delay = LEFT_ALONE,
            failOn = {IOException.class, TimeoutException.class})
    public HttpResponse<String> toSearch(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Timeout(WHOLE_ANSWER)
    @CircuitBreaker(
            requestVolumeThreshold = 1,
            delay = LEFT_ALONE,
            failOn = {IOException.class, TimeoutException.class})
    public HttpResponse<byte[]> toPictures(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> present(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (AWAY.contains(response.statusCode())) {
            throw new IOException(request.uri() + " answered " + response.statusCode());
        }
        return response;
    }
}
