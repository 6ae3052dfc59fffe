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
import org.rongmei.test.TestAccounts;

/** article-service alone in a server of its own: what trials of its data need, and no more. */
final class ArticleNode implements AutoCloseable {

    private final Process server;
    private final Path log;
    private final int port;

    private ArticleNode(Process server, Path log, int port) {
        this.server = server;
        this.log = log;
        this.port = port;
    }

    /** On H2 in the data directory, unless the environment names another database. */
    static ArticleNode start(Path data, Map<String, String> environment) {
        return start(data, environment, List.of());
    }

    /** Under another program, such as one that counts what the server asks of the operating system. */
    static ArticleNode start(Path data, Map<String, String> environment, List<String> watcher) {
        int port = ItServer.freePort();
        Path target = Path.of(System.getProperty("rongmei.root"), "target");
        List<String> command = new ArrayList<>(watcher);
        command.addAll(List.of(target.resolve("wlp/bin/server").toString(), "run", "article-service"));
        try {
            for (String directory : new String[] {"article", "media", "server"}) {
                Files.createDirectories(data.resolve(directory));
            }
            Files.writeString(data.resolve("accounts.xml"), TestAccounts.xml());
            Path log = Path.of("target", "article-" + port + ".log").toAbsolutePath();
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            Map<String, String> variables = builder.environment();
            variables.put("JAVA_HOME", System.getProperty("java.home"));
            variables.put("WLP_USER_DIR", target.resolve("usr").toString());
            variables.put("WLP_OUTPUT_DIR", data.resolve("server").toString());
            variables.put("JVM_ARGS", "-Drongmei.data=" + data + " " + ItServer.SHORT_LIVED);
            variables.put("RONGMEI_HTTP_PORT", String.valueOf(port));
            variables.put("RONGMEI_KEYSTORE_PASSWORD", "only-for-tests");
            variables.putAll(environment);
            ArticleNode node = new ArticleNode(builder.start(), log, port);
            node.awaitUp();
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException("The server cannot be started", e);
        }
    }

    private void awaitUp() throws IOException {
        long giveUp = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
        while (!isUp()) {
            if (!server.isAlive() || System.nanoTime() > giveUp) {
                kill();
                throw new IllegalStateException("article-service did not come up:\n" + Files.readString(log));
            }
            Suite.pause();
        }
    }

    private boolean isUp() {
        try {
            Http health = Http.at("http://localhost:" + port + "/health");
            return health.get("/started").status() == 200
                    && health.get("/ready").status() == 200
                    && content().get("/sections").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    Http content() {
        return Http.at("http://localhost:" + port + "/content");
    }

    int readiness() {
        return Http.at("http://localhost:" + port).get("/health/ready").status();
    }

    /** SIGKILL: nobody gets to say a word. */
    void kill() {
        List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
        all.add(server.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    /** As an administrator would: what is open is closed first. */
    void stop() {
        List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
        all.add(server.toHandle());
        all.forEach(ProcessHandle::destroy);
        all.forEach(process -> process.onExit().join());
    }

    /** No gentler: whatever was acknowledged has to be safe without any leave-taking. */
    @Override
    public void close() {
        kill();
    }
}
