// SPDX-License-Identifier: Apache-2.0
package org.rongmei.server;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** {@code ./feeds}: makes feed-service's copy of what is published anew. */
public final class Feeds {

    private static final String USAGE = """
            ./feeds [--url URL] [--user LOGIN] rebuild    reads the change log from its start; feeds are served meanwhile
            URL is feed-service's, http://localhost:9080/feeds unless given; LOGIN is a chief-editor or a site-admin,
            whose password is in RONGMEI_PASSWORD.""";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String url;
    private final String credentials;
    private final PrintStream out;
    private final Duration pause;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Feeds(String url, String user, String password, PrintStream out, Duration pause) {
        this.url = url.replaceAll("/+$", "");
        this.credentials =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        this.out = out;
        this.pause = pause;
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            List<String> words = new ArrayList<>(List.of(arguments));
            String url = option(words, "--url", "http://localhost:9080/feeds");
            String user = option(words, "--user", "chief-editor");
            String password = System.getenv().getOrDefault("RONGMEI_PASSWORD", "");
            new Feeds(url, user, password, System.out, Duration.ofSeconds(1)).run(words);
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static String option(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        if (at < 0 || at + 1 >= words.size()) {
            return otherwise;
        }
        String value = words.get(at + 1);
        words.subList(at, at + 2).clear();
        return value;
    }

    /** Returns when the log has been read to its end. */
    void run(List<String> words) throws InterruptedException {
        if (!words.equals(List.of("rebuild"))) {
            throw new Refusal(USAGE);
        }
        JsonObject progress = ask("POST", 202);
        while (progress.getBoolean("running")) {
            Thread.sleep(pause.toMillis());
            progress = ask("GET", 200);
        }
        out.println("Rebuilt: the change log has been read to line " + progress.get("position") + ".");
    }

    private JsonObject ask(String method, int expected) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/rebuild"))
                .timeout(PATIENCE)
                .header("Authorization", credentials)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                throw new Refusal(url + "/rebuild was answered " + answer.statusCode() + ".");
            }
            try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
                return reader.readObject();
            }
        } catch (IOException | JsonException e) {
            throw new Refusal(url + " does not answer.", e);
        }
    }
}
