// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.rongmei.test.Http;
import org.rongmei.test.ItServer;

/** A newsroom started as a user starts one, on free ports and in a directory of its own. */
final class Suite implements AutoCloseable {

    private final Process launcher;
    private final Path log;
    private final int port;
    private final boolean separate;

    private Suite(Process launcher, Path log, int port, boolean separate) {
        this.launcher = launcher;
        this.log = log;
        this.port = port;
        this.separate = separate;
    }

    static Suite allInOne(Path data, String... options) {
        return start(data, false, Map.of(), options);
    }

    static Suite allInOne(Path data, Map<String, String> environment, String... options) {
        return start(data, false, environment, options);
    }

    /** Four servers, with the given databases. */
    static Suite separateServers(Path data, Map<String, String> environment) {
        return start(data, true, environment);
    }

    /** Where another one was before. */
    static Suite allInOneAt(int port, Path data) {
        return start(port, data, false, Map.of());
    }

    private static Suite start(Path data, boolean separate, Map<String, String> environment, String... options) {
        return start(ItServer.freePorts(4), data, separate, environment, options);
    }

    private static Suite start(
            int port, Path data, boolean separate, Map<String, String> environment, String... options) {
        Path home = Path.of(System.getProperty("rongmei.root"), "target");
        List<String> command = new ArrayList<>(List.of(
                "sh",
                home.resolve("usr/tool.sh").toString(),
                home.toString(),
                "org.rongmei.server.Launcher",
                "--port",
                String.valueOf(port),
                "--data",
                data.toString()));
        command.addAll(List.of(options));
        if (separate) {
            command.add("--separate");
        }
        try {
            Path log = Path.of("target", "suite-" + port + ".log").toAbsolutePath();
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("RONGMEI_PASSWORD", "pw");
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("JVM_ARGS", ItServer.SHORT_LIVED);
            builder.environment().putAll(environment);
            Suite suite = new Suite(builder.start(), log, port, separate);
            suite.awaitUp();
            return suite;
        } catch (IOException e) {
            throw new UncheckedIOException("The launcher cannot be started", e);
        }
    }

    private void awaitUp() {
        long giveUp = System.nanoTime() + TimeUnit.MINUTES.toNanos(6);
        while (!output().contains("The newsroom is up.")) {
            if (!launcher.isAlive() || System.nanoTime() > giveUp) {
                close();
                throw new IllegalStateException("The newsroom did not come up:\n" + output());
            }
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException("The launcher's output cannot be read", e);
        }
    }

    int port() {
        return port;
    }

    String siteUrl() {
        return "http://localhost:" + port;
    }

    Http site() {
        return Http.at(siteUrl());
    }

    Http content() {
        return Http.at("http://localhost:" + (separate ? port + 1 : port) + "/content");
    }

    Http feeds() {
        return Http.at("http://localhost:" + (separate ? port + 2 : port) + "/feeds");
    }

    Http siteInfo() {
        return Http.at("http://localhost:" + (separate ? port + 3 : port) + "/site-info");
    }

    Http server() {
        return site();
    }

    /** As Ctrl-C and {@code kill} do. */
    @Override
    public void close() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
                launcher.descendants().forEach(ProcessHandle::destroyForcibly);
                launcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As a power cut does, but for the disk: nobody gets to say a word. */
    void kill() {
        List<ProcessHandle> children = launcher.descendants().toList();
        launcher.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        children.forEach(child -> child.onExit().join());
    }

    /** One of separate servers, as the kernel does when memory runs out. */
    void kill(String server) {
        List<ProcessHandle> processes = processes(server);
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    /** One of separate servers: it keeps its connections, takes new ones, and says nothing. */
    void freeze(String server) {
        signal("-STOP", server);
    }

    void thaw(String server) {
        signal("-CONT", server);
    }

    private void signal(String signal, String server) {
        for (ProcessHandle process : processes(server)) {
            try {
                new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException("There is no kill", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted", e);
            }
        }
    }

    private List<ProcessHandle> processes(String server) {
        List<ProcessHandle> processes = launcher.descendants()
                .filter(process -> process.info().commandLine().orElse("").endsWith(" " + server))
                .toList();
        if (processes.isEmpty()) {
            throw new IllegalStateException("There is no process of " + server);
        }
        return processes;
    }
}
