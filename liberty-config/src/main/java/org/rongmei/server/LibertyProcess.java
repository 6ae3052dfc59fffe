// SPDX-License-Identifier: Apache-2.0
package org.rongmei.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One Open Liberty server as a child of ours. */
final class LibertyProcess {

    private final Path liberty;
    private final String name;
    private final ProcessBuilder builder;
    private final Process process;

    private LibertyProcess(Path liberty, String name, ProcessBuilder builder) throws IOException {
        this.liberty = liberty;
        this.name = name;
        this.builder = builder;
        this.process = builder.start();
    }

    /**
     * @param liberty the installation
     * @param user the user directory with the server's configuration
     * @param data where it may write
     */
    static LibertyProcess start(
            String name, Path liberty, Path user, DataDirectory data, Map<String, String> environment) {
        // Ctrl-C reaches the whole process group. The server must not hear it: it would wait half a minute for the
        // streams of its subscribers to end. We stop it ourselves.
        ProcessBuilder builder = new ProcessBuilder(
                "sh",
                "-c",
                "trap '' INT; exec \"$0\" run \"$1\"",
                liberty.resolve("bin/server").toString(),
                name);
        builder.inheritIO()
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        Map<String, String> variables = builder.environment();
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("WLP_USER_DIR", user.toString());
        variables.put("WLP_OUTPUT_DIR", data.path().resolve("server").toString());
        variables.put("VARIABLE_SOURCE_DIRS", data.path().resolve("secrets").toString());
        variables.merge("JVM_ARGS", "-Drongmei.data=" + data.path(), (given, ours) -> ours + " " + given);
        variables.putIfAbsent("WLP_LOGGING_CONSOLE_FORMAT", "simple");
        variables.putIfAbsent("WLP_LOGGING_CONSOLE_LOGLEVEL", "WARNING");
        variables.putAll(environment);
        try {
            Files.createDirectories(Path.of(String.valueOf(variables.get("WLP_OUTPUT_DIR"))));
            return new LibertyProcess(liberty, name, builder);
        } catch (IOException e) {
            throw new Refusal("Server " + name + " cannot be started: " + e.getMessage() + ".", e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int await() throws InterruptedException {
        return process.waitFor();
    }

    /** Without Liberty's wait for quiet: every acknowledged write is on the disk already. */
    void stop() {
        if (!process.isAlive()) {
            return;
        }
        try {
            ProcessBuilder stop =
                    new ProcessBuilder(liberty.resolve("bin/server").toString(), "stop", name, "--force");
            stop.environment().putAll(builder.environment());
            stop.environment().remove("JVM_ARGS");
            stop.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            stop.start().waitFor(20, TimeUnit.SECONDS);
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroy();
            }
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }
}
