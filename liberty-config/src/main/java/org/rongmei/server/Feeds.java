// SPDX-License-Identifier: Apache-2.0
package org.rongmei.server;

import jakarta.json.JsonObject;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code ./feeds}: makes feed-service's copy of what is published anew. */
public final class Feeds {

    private static final String USAGE = """
            ./feeds [--url URL] [--user LOGIN] rebuild    reads the change log from its start; feeds are served meanwhile
            URL is feed-service's, http://localhost:9080/feeds unless given; LOGIN is a chief-editor or a site-admin,
            whose password is in RONGMEI_PASSWORD.""";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServiceClient service;
    private final PrintStream out;
    private final Duration pause;

    Feeds(ServiceClient service, PrintStream out, Duration pause) {
        this.service = service;
        this.out = out;
        this.pause = pause;
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            List<String> words = new ArrayList<>(List.of(arguments));
            ServiceClient service = ServiceClient.of(words, "http://localhost:9080/feeds", "chief-editor", PATIENCE);
            new Feeds(service, System.out, Duration.ofSeconds(1)).run(words);
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Returns when the log has been read to its end. */
    void run(List<String> words) throws InterruptedException {
        if (!words.equals(List.of("rebuild"))) {
            throw new Refusal(USAGE);
        }
        JsonObject progress = service.ask("POST", "/rebuild", 202);
        while (progress.getBoolean("running")) {
            Thread.sleep(pause.toMillis());
            progress = service.ask("GET", "/rebuild", 200);
        }
        out.println("Rebuilt: the change log has been read to line " + progress.get("position") + ".");
    }
}
