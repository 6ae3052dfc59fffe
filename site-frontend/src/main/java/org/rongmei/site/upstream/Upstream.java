// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.upstream;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks services, and remembers what they said: for a moment without asking again, after that by asking whether it still
 * holds, and when they are away, for as long as they are.
 */
@ApplicationScoped
public class Upstream {

    /** An answer: 200, 301, 404 or 410; anything else is no answer. */
    public record Answer(
            int status,
            String body,
            @Nullable String etag,
            @Nullable String location,
            long askedAt) {

        public boolean isFound() {
            return status == 200;
        }

        private Answer stillHolds() {
            return new Answer(status, body, etag, location, System.nanoTime());
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int MOST_REMEMBERED = 2_000;

    /** A service that did not answer is left alone for this long: a page asks ten times, and must not wait ten times. */
    private static final long LEFT_ALONE_NANOS = Duration.ofSeconds(5).toNanos();

    private final Map<String, Long> awaySince = new ConcurrentHashMap<>();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final Map<String, Answer> remembered = Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    /** @throws ServiceAway when there is no answer, and never was one */
    public Answer get(URI address, String accept) {
        String key = accept + " " + address;
        Answer known = remembered.get(key);
        if (known != null && System.nanoTime() - known.askedAt() < FRESH_NANOS) {
            return known;
        }
        if (isLeftAlone(address)) {
            return lastKnown(known, address, new IOException("It did not answer a moment ago"));
        }
        try {
            Answer answer = ask(address, accept, known);
            awaySince.remove(service(address));
            remembered.put(key, answer);
            return answer;
        } catch (IOException e) {
            awaySince.put(service(address), System.nanoTime());
            return lastKnown(known, address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceAway(address, e);
        }
    }

    /**
     * Without remembering anything: for what readers type in. Says of itself that it is busy, too (503).
     *
     * @throws ServiceAway when there is no answer
     */
    public Answer getOnce(URI address, String accept) {
        if (isLeftAlone(address)) {
            throw new ServiceAway(address, new IOException("It did not answer a moment ago"));
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(PATIENCE)
                    .header("Accept", accept)
                    .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), null, null, System.nanoTime());
        } catch (IOException e) {
            awaySince.put(service(address), System.nanoTime());
            throw new ServiceAway(address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceAway(address, e);
        }
    }

    private static Answer lastKnown(@Nullable Answer known, URI address, IOException failure) {
        if (known == null) {
            throw new ServiceAway(address, failure);
        }
        return known;
    }

    private boolean isLeftAlone(URI address) {
        @Nullable Long since = awaySince.get(service(address));
        return since != null && System.nanoTime() - since < LEFT_ALONE_NANOS;
    }

    /** Host and first part of the path: services may share a server. */
    private static String service(URI address) {
        return address.getRawAuthority() + "/" + address.getRawPath().split("/", 3)[1];
    }

    private Answer ask(URI address, String accept, @Nullable Answer known) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(PATIENCE).header("Accept", accept);
        if (known != null && known.etag() != null) {
            request.header("If-None-Match", known.etag());
        }
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        int status = response.statusCode();
        if (status == 304 && known != null) {
            return known.stillHolds();
        }
        if (status != 200 && status != 301 && status != 400 && status != 404 && status != 410) {
            throw new IOException(address + " answered " + status);
        }
        return new Answer(
                status,
                response.body(),
                response.headers().firstValue("ETag").orElse(null),
                response.headers().firstValue("Location").orElse(null),
                System.nanoTime());
    }
}
