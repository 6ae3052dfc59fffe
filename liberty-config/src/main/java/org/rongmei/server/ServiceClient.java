// SPDX-License-Identifier: Apache-2.0
package org.rongmei.server;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** A service that one of our commands speaks to, in somebody's name. */
final class ServiceClient {

    private final String url;
    private final String credentials;
    private final Duration patience;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    ServiceClient(String url, String user, String password, Duration patience) {
        this.url = url.replaceAll("/+$", "");
        this.credentials =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        this.patience = patience;
    }

    /**
     * As {@code --url} and {@code --user} say, and with the password of {@code RONGMEI_PASSWORD}.
     *
     * @param words of the command line: what is for us is taken out of them
     */
    static ServiceClient of(List<String> words, String url, String user, Duration patience) {
        return new ServiceClient(
                option(words, "--url", url),
                option(words, "--user", user),
                System.getenv().getOrDefault("RONGMEI_PASSWORD", ""),
                patience);
    }

    static String option(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        if (at < 0 || at + 1 >= words.size()) {
            return otherwise;
        }
        String value = words.get(at + 1);
        words.subList(at, at + 2).clear();
        return value;
    }

    /** @throws Refusal for another answer than the one expected, and for none */
    JsonObject ask(String method, String path, int expected) throws InterruptedException {
        return ask(method, path, HttpRequest.BodyPublishers.noBody(), expected);
    }

    /** @throws Refusal for another answer than 200, and for none */
    JsonObject post(String path, JsonObject question) throws InterruptedException {
        return ask("POST", path, HttpRequest.BodyPublishers.ofString(question.toString()), 200);
    }

    private JsonObject ask(String method, String path, HttpRequest.BodyPublisher body, int expected)
            throws InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                throw new Refusal(url + path + " was answered " + answer.statusCode() + ".");
            }
            return object(answer.body());
        } catch (IOException | JsonException e) {
            throw new Refusal(url + " does not answer.", e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(patience).header("Authorization", credentials);
    }

    static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
