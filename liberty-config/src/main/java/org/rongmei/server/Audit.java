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
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** {@code ./audit}: whether what was done is still what was written down. */
public final class Audit {

    private static final String USAGE = """
            ./audit [--url URL] [--user LOGIN] seal [FILE]      writes the end of the chain, to the end of FILE
            ./audit [--url URL] [--user LOGIN] verify [FILE]    goes through the chain, and looks for every seal of FILE in it
            URL is article-service's, http://localhost:9080/content unless given; LOGIN is a chief-editor or a site-admin,
            whose password is in RONGMEI_PASSWORD. Keep FILE where nobody of the newsroom can change it.""";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final String url;
    private final String credentials;
    private final PrintStream out;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Audit(String url, String user, String password, PrintStream out) {
        this.url = url.replaceAll("/+$", "");
        this.credentials =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        this.out = out;
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            List<String> words = new ArrayList<>(List.of(arguments));
            String url = option(words, "--url", "http://localhost:9080/content");
            String user = option(words, "--user", "chief-editor");
            String password = System.getenv().getOrDefault("RONGMEI_PASSWORD", "");
            new Audit(url, user, password, System.out).run(words);
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

    /** @throws Refusal when the chain is broken, too */
    void run(List<String> words) throws InterruptedException {
        if (words.isEmpty() || words.size() > 2) {
            throw new Refusal(USAGE);
        }
        switch (words.get(0)) {
            case "seal" -> seal(words.subList(1, words.size()));
            case "verify" -> verify(words.subList(1, words.size()));
            default -> throw new Refusal(USAGE);
        }
    }

    private void seal(List<String> file) throws InterruptedException {
        JsonObject seal = Json.createObjectBuilder(get("/audit/seal"))
                .add("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .build();
        if (file.isEmpty()) {
            out.println(seal);
            return;
        }
        try {
            Files.writeString(
                    Path.of(file.get(0)),
                    seal + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
            out.println("Sealed " + seal.get("sequence") + " entries in " + file.get(0) + ".");
        } catch (IOException e) {
            throw new Refusal("The seal cannot be written to " + file.get(0) + ".", e);
        }
    }

    private void verify(List<String> file) throws InterruptedException {
        List<JsonObject> seals = file.isEmpty() ? List.of() : seals(Path.of(file.get(0)));
        JsonObject verdict = check("");
        for (JsonObject seal : seals) {
            verdict = check("?sequence=" + seal.getJsonNumber("sequence") + "&hash="
                    + URLEncoder.encode(seal.getString("hash"), StandardCharsets.UTF_8));
        }
        out.println("The chain is whole: " + verdict.get("entries") + " entries"
                + (seals.isEmpty() ? "." : ", and the " + seals.size() + " seals are in it."));
    }

    private JsonObject check(String kept) throws InterruptedException {
        JsonObject verdict = get("/audit/verification" + kept);
        if (!verdict.getBoolean("intact")) {
            throw new Refusal("The chain is BROKEN at entry " + verdict.get("broken")
                    + ": what was written down there, or" + " before it, was changed, removed or put in between.");
        }
        return verdict;
    }

    private static List<JsonObject> seals(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(Audit::object)
                    .toList();
        } catch (IOException | JsonException e) {
            throw new Refusal("There are no seals to be read in " + file + ".", e);
        }
    }

    private JsonObject get(String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Authorization", credentials)
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new Refusal(url + path + " was answered " + answer.statusCode() + ".");
            }
            return object(answer.body());
        } catch (IOException e) {
            throw new Refusal(url + " does not answer.", e);
        }
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
