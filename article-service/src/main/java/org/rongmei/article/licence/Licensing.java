// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.licence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.ArticleSettings;

/**
 * Asks site-info-service for the licence of our site, twice a minute at the most. A service that is away, or that talks
 * nonsense, has said nothing: it keeps nobody from publishing.
 */
@ApplicationScoped
public class Licensing {

    private static final System.Logger LOG = System.getLogger(Licensing.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FRESH = Duration.ofSeconds(30);

    private record Answer(Optional<Licence> licence, long askedAt) {

        boolean isFresh() {
            return System.nanoTime() - askedAt < FRESH.toNanos();
        }
    }

    @Inject
    ArticleSettings settings;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private volatile @Nullable Answer latest;

    /** Empty when site-info-service does not say. */
    public Optional<Licence> licence() {
        Answer known = latest;
        if (known != null && known.isFresh()) {
            return known.licence();
        }
        Answer asked = new Answer(ask(), System.nanoTime());
        latest = asked;
        return asked.licence();
    }

    private Optional<Licence> ask() {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(settings.siteInfoUrl() + "/sites/" + settings.site()))
                            .timeout(PATIENCE)
                            .header("Accept", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                case 200 -> Optional.of(licence(answer.body()));
                case 404 -> Optional.of(Licence.NONE);
                default -> Optional.empty();
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "site-info-service does not tell the licence: " + e);
            return Optional.empty();
        }
    }

    /** @throws RuntimeException for what is no register */
    static Licence licence(String register) {
        try (JsonReader reader = Json.createReader(new StringReader(register))) {
            return reader.readObject().getJsonArray("identifiers").getValuesAs(JsonObject.class).stream()
                    .filter(identifier -> identifier.getString("kind", "").equals("news-licence"))
                    .findFirst()
                    .map(identifier -> new Licence(
                            identifier.getString("number", null), categories(identifier), validTo(identifier)))
                    .orElse(Licence.NONE);
        }
    }

    private static List<String> categories(JsonObject identifier) {
        return identifier.containsKey("categories")
                ? identifier.getJsonArray("categories").getValuesAs(JsonString::getString)
                : List.of();
    }

    private static @Nullable Instant validTo(JsonObject identifier) {
        @Nullable String text = identifier.getString("validTo", null);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("No instant: " + text, e);
        }
    }
}
