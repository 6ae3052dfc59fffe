// SPDX-License-Identifier: Apache-2.0
package org.rongmei.server;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** {@code ./audit}: whether what was done is still what was written down. */
public final class Audit {

    private static final String USAGE = """
            ./audit [--url URL] [--user LOGIN] seal [FILE]      writes the end of the chain, to the end of FILE
            ./audit [--url URL] [--user LOGIN] verify [FILE]    goes through the chain, and looks for every seal of FILE in it
            URL is article-service's, http://localhost:9080/content unless given; LOGIN is a chief-editor or a site-admin,
            whose password is in RONGMEI_PASSWORD. Keep FILE where nobody of the newsroom can change it.""";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ServiceClient service;
    private final PrintStream out;

    Audit(ServiceClient service, PrintStream out) {
        this.service = service;
        this.out = out;
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            List<String> words = new ArrayList<>(List.of(arguments));
            new Audit(ServiceClient.of(words, "http://localhost:9080/content", "chief-editor", PATIENCE), System.out)
                    .run(words);
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
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
                    .map(ServiceClient::object)
                    .toList();
        } catch (IOException | JsonException e) {
            throw new Refusal("There are no seals to be read in " + file + ".", e);
        }
    }

    private JsonObject get(String path) throws InterruptedException {
        return service.ask("GET", path, 200);
    }
}
