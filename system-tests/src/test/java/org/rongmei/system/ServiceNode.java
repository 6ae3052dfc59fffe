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

/** One service alone in a server of its own: what trials of its data need, and no more. */
final class ServiceNode {

    private final Process server;
    private final Path log;
    private final int port;

    private ServiceNode(Process server, Path log, int port) {
        this.server = server;
        this.log = log;
        this.port = port;
    }

    /**
     * @param name of the server, such as {@code article-service}
     * @param watcher another program to run it under; empty for none
     * @param probe what is answered with 200 once it is up
     */
    static ServiceNode start(
            String name, Path data, Map<String, String> environment, List<String> watcher, String probe) {
        int port = ItServer.freePort();
        Path target = Path.of(System.getProperty("rongmei.root"), "target");
        List<String> command = new ArrayList<>(watcher);
        command.addAll(List.of(target.resolve("wlp/bin/server").toString(), "run", name));
        try {
            for (String directory : new String[] {"article", "feed", "media", "server"}) {
                Files.createDirectories(data.resolve(directory));
            }
            Files.writeString(data.resolve("accounts.xml"), TestAccounts.xml());
            Path log = Path.of("target", name + "-" + port + ".log").toAbsolutePath();
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
            ServiceNode node = new ServiceNode(builder.start(), log, port);
            node.awaitUp(name, probe);
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException("The server cannot be started", e);
        }
    }

    private void awaitUp(String name, String probe) throws IOException {
        long giveUp = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
        while (!isUp(probe)) {
            if (!server.isAlive() || System.nanoTime() > giveUp) {
                kill();
                throw new IllegalStateException(name + " did not come up:\n" + Files.readString(log));
            }
            Suite.pause();
        }
    }

    private boolean isUp(String probe) {
        try {
            return at("/health").get("/started").status() == 200
                    && at("/health").get("/ready").status() == 200
                    && at(probe).get("").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    Http at(String path) {
        return Http.at("http://localhost:" + port + path);
    }

    /** SIGKILL: nobody gets to say a word. */
    void kill() {
        List<ProcessHandle> all = all();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    /** As an administrator would: what is open is closed first. */
    void stop() {
        List<ProcessHandle> all = all();
        all.forEach(ProcessHandle::destroy);
        all.forEach(process -> process.onExit().join());
    }

    private List<ProcessHandle> all() {
        List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
        all.add(server.toHandle());
        return all;
    }
}
