// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What an administrator calls: {@code ./audit}, {@code ./inspect}. */
final class OurCommand {

    /** What became of it. {@code status} is what a shell gets. */
    record Outcome(int status, String output) {}

    private OurCommand() {}

    static Outcome audit(int port, String... words) {
        return run("Audit", "--url", "http://localhost:" + port + "/content", words);
    }

    /** @param port of the site, with everything else behind it */
    static Outcome inspect(int port, String... words) {
        return run("Inspect", "--site", "http://localhost:" + port, words);
    }

    private static Outcome run(String name, String option, String url, String... words) {
        Path home = Path.of(System.getProperty("rongmei.root"), "target");
        List<String> command = new ArrayList<>(
                List.of("sh", home.resolve("usr/tool.sh").toString(), home.toString(), "org.rongmei.server." + name));
        command.addAll(List.of(option, url));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("RONGMEI_PASSWORD", "pw");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
