// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ./audit}, as an administrator calls it. */
final class AuditCommand {

    /** What became of it. {@code status} is what a shell gets. */
    record Outcome(int status, String output) {}

    private AuditCommand() {}

    static Outcome run(int port, String... words) {
        Path home = Path.of(System.getProperty("rongmei.root"), "target");
        List<String> command = new ArrayList<>(
                List.of("sh", home.resolve("usr/tool.sh").toString(), home.toString(), "org.rongmei.server.Audit"));
        command.addAll(List.of("--url", "http://localhost:" + port + "/content"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("RONGMEI_PASSWORD", "pw");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException("./audit cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
