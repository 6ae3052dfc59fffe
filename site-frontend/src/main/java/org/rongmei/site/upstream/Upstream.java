// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.upstream;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jspecify.annotations.Nullable;
import org.rongmei.site.SiteSettings;

/**
 * Asks services, and remembers what they said: until the bell rings, or for a moment where there is no bell; after that
 * by asking whether it still holds; and when they are away, for as long as they are.
 */
@ApplicationScoped
public class Upstream {

    /**
     * An answer: 200, 301, 400, 404 or 410; anything else is no answer.
     *
     * @param rings how often the bell had rung when it was asked for
     */
    public record Answer(
            int status,
            String body,
            @Nullable String etag,
            @Nullable String location,
            long askedAt,
            OptionalLong rings) {

        public boolean isFound() {
            return status == 200;
        }

        private Answer stillHolds(OptionalLong ringsNow) {
            return new Answer(status, body, etag, location, System.nanoTime(), ringsNow);
        }
    }

    /** With its media type. */
    public record Picture(String type, byte[] bytes) {}

    private static final Set<Integer> ANSWERS = Set.of(200, 301, 400, 404, 410);
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long RUNG_NANOS = Duration.ofMinutes(1).toNanos();

    private static final int MOST_REMEMBERED = 2_000;

    @Inject
    Lines lines;

    @Inject
    Bell bell;

    @Inject
    SiteSettings settings;

    private final Map<String, Answer> remembered = Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    @PostConstruct
    void listen() {
        bell.whenGone(this::forget);
    }

    /** @throws ServiceAway when there is no answer, and never was one */
    public Answer get(URI address, String accept) {
        String key = accept + " " + address;
        OptionalLong rings = isTold(address) ? bell.rings() : OptionalLong.empty();
        Answer known = remembered.get(key);
        if (known != null && isFresh(known, rings)) {
            return known;
        }
        try {
            Answer answer = ask(address, accept, known, rings);
            remembered.put(key, answer);
            return answer;
        } catch (IOException | FaultToleranceException e) {
            if (known == null) {
                throw new ServiceAway(address, e);
            }
            return known;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceAway(address, e);
        }
    }

    private static boolean isFresh(Answer known, OptionalLong rings) {
        long age = System.nanoTime() - known.askedAt();
        return rings.isPresent() ? known.rings().equals(rings) && age < RUNG_NANOS : age < FRESH_NANOS;
    }

    /**
     * Without remembering anything: for what readers type in, and for what only some may see.
     *
     * @param authorization of who asks; null: anybody
     * @return with whatever status, 503 too: a search says of itself that it is not ready
     * @throws ServiceAway when there is no answer
     */
    public Answer getOnce(URI address, String accept, @Nullable String authorization) {
        HttpRequest.Builder request = request(address, accept);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<String> response = lines.toSearch(request.build());
            return new Answer(
                    response.statusCode(), response.body(), null, null, System.nanoTime(), OptionalLong.empty());
        } catch (IOException | FaultToleranceException e) {
            throw new ServiceAway(address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceAway(address, e);
        }
    }

    /**
     * Bytes of a picture that only some may see.
     *
     * @return empty when there are none for who asks
     */
    Optional<Picture> picture(URI address, String authorization) {
        try {
            HttpResponse<byte[]> response = lines.toPictures(request(address, "image/*")
                    .header("Authorization", authorization)
                    .build());
            return Optional.of(response)
                    .filter(answer -> answer.statusCode() == 200)
                    .map(answer -> new Picture(
                            answer.headers().firstValue("Content-Type").orElse("image/jpeg"), answer.body()));
        } catch (IOException | FaultToleranceException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Answer ask(URI address, String accept, @Nullable Answer known, OptionalLong rings)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(address, accept);
        if (known != null && known.etag() != null) {
            request.header("If-None-Match", known.etag());
        }
        HttpResponse<String> response =
                isOfArticles(address) ? lines.toArticles(request.build()) : lines.toSiteInfo(request.build());
        int status = response.statusCode();
        if (status == 304 && known != null) {
            return known.stillHolds(rings);
        }
        if (!ANSWERS.contains(status)) {
            throw new IOException(address + " answered " + status);
        }
        return new Answer(
                status,
                response.body(),
                response.headers().firstValue("ETag").orElse(null),
                response.headers().firstValue("Location").orElse(null),
                System.nanoTime(),
                rings);
    }

    private static HttpRequest.Builder request(URI address, String accept) {
        return HttpRequest.newBuilder(address).timeout(Lines.PATIENCE).header("Accept", accept);
    }

    /** Whether the bell rings when it changes; readings change rankings without a ring. */
    private boolean isTold(URI address) {
        return isOfArticles(address) && !address.getPath().contains("/rankings/");
    }

    private boolean isOfArticles(URI address) {
        return address.toString().startsWith(settings.articleUrl().toString());
    }

    private void forget(Bell.Gone gone) {
        synchronized (remembered) { // or going through it would throw
            remembered
                    .entrySet()
                    .removeIf(entry -> gone.isIn(entry.getKey())
                            || gone.isIn(entry.getValue().body()));
        }
    }
}
