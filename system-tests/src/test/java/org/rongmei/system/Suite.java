// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.rongmei.test.Http;
import org.rongmei.test.ItServer;
import org.rongmei.test.TestPostgres;

/**
 * A newsroom started as a user starts one, on free ports and in a directory of its own. With {@code -Drongmei.shape=nodes},
 * what asks for one server has two of each behind nginx, and nothing else is another for it.
 */
final class Suite implements AutoCloseable {

    private final Process launcher;
    private final Path log;
    private final int port;
    private final Shape shape;

    private enum Shape {
        ALL_IN_ONE(1),
        SEPARATE(4),
        NODES(13);

        private final int ports;

        Shape(int ports) {
            this.ports = ports;
        }
    }

    private static final int FIRST_NODE = 4;

    /** A directory that is started again finds its databases again. */
    private static final Map<Path, Map<String, String>> DATABASES = new ConcurrentHashMap<>();

    private Suite(Process launcher, Path log, int port, Shape shape) {
        this.launcher = launcher;
        this.log = log;
        this.port = port;
        this.shape = shape;
    }

    static Suite allInOne(Path data, String... options) {
        return start(usual(), data, Map.of(), options);
    }

    static Suite allInOne(Path data, Map<String, String> environment, String... options) {
        return start(usual(), data, environment, options);
    }

    /** Four servers, with the given databases. */
    static Suite separateServers(Path data, Map<String, String> environment) {
        return start(Shape.SEPARATE, data, environment);
    }

    /** Where another one was before. */
    static Suite allInOneAt(int port, Path data) {
        return start(usual(), port, data, Map.of());
    }

    /** Two nodes of each service behind nginx. */
    static Suite nodes(Path data) {
        return start(Shape.NODES, data, Map.of());
    }

    private static Shape usual() {
        return System.getProperty("rongmei.shape", "").equals("nodes") ? Shape.NODES : Shape.ALL_IN_ONE;
    }

    private static Suite start(Shape shape, Path data, Map<String, String> environment, String... options) {
        return start(shape, ItServer.freePorts(shape.ports), data, environment, options);
    }

    private static Suite start(Shape shape, int port, Path data, Map<String, String> environment, String... options) {
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
        if (shape != Shape.ALL_IN_ONE) {
            command.add(shape == Shape.NODES ? "--nodes" : "--separate");
        }
        try {
            Path log = Path.of("target", "suite-" + port + ".log").toAbsolutePath();
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("RONGMEI_PASSWORD", "pw");
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("JVM_ARGS", ItServer.SHORT_LIVED);
            if (shape == Shape.NODES) {
                builder.environment().putAll(DATABASES.computeIfAbsent(data, directory -> databases(port)));
            }
            builder.environment().putAll(environment);
            Suite suite = new Suite(builder.start(), log, port, shape);
            suite.awaitUp();
            return suite;
        } catch (IOException e) {
            throw new UncheckedIOException("The launcher cannot be started", e);
        }
    }

    /** Those of the tests' PostgreSQL: the operating system's does not run as root, as continuous integration does. */
    private static Map<String, String> databases(int port) {
        Map<String, String> databases = new HashMap<>();
        for (String service : List.of("article", "feed", "siteinfo")) {
            String prefix = "RONGMEI_" + service.toUpperCase(Locale.ROOT) + "_DB_";
            databases.put(prefix + "URL", TestPostgres.running().emptyDatabase(service + "_" + port));
            databases.put(prefix + "USER", "postgres");
        }
        return databases;
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
        return Http.at("http://localhost:" + at(1) + "/content");
    }

    Http feeds() {
        return Http.at("http://localhost:" + at(2) + "/feeds");
    }

    Http siteInfo() {
        return Http.at("http://localhost:" + at(3) + "/site-info");
    }

    private int at(int offset) {
        return shape == Shape.ALL_IN_ONE ? port : port + offset;
    }

    /** The port of a server itself, which a proxy does not show: article-service's, where there are several. */
    Http operations() {
        return Http.at("http://localhost:" + (shape == Shape.NODES ? port + FIRST_NODE : at(1)));
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
