// SPDX-License-Identifier: Apache-2.0
package org.rongmei.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a server that is a shell script: it waits to be ended, as Liberty's does. */
class NodeTest {

    @TempDir
    Path folder;

    private DataDirectory data;

    @BeforeEach
    void install() throws IOException {
        data = DataDirectory.open(folder.resolve("data"));
        Path server = Files.createDirectories(folder.resolve("wlp/bin")).resolve("server");
        Files.writeString(server, "#!/bin/sh\n[ \"$1\" = run ] && exec sleep 60\nexit 0\n");
        Files.setPosixFilePermissions(server, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void nodeThatHasDiedIsStartedAgainAndTheNewsroomGoesOn() throws Exception {
        Node node = start(1, true);
        long first = pid(node);
        Thread newsroom = new Thread(() -> await(node));
        newsroom.setDaemon(true);
        newsroom.start();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        for (int look = 0; look < 100 && pid(node) == first; look++) {
            Thread.sleep(100);
        }

        assertThat(pid(node)).isNotEqualTo(first);
        assertThat(node.isAlive()).isTrue();
        assertThat(newsroom.isAlive()).as("the newsroom goes on").isTrue();
        ProcessHandle second = ProcessHandle.of(pid(node)).orElseThrow();
        second.destroyForcibly();
        node.stop();
        newsroom.join(10_000);
        assertThat(newsroom.isAlive()).isFalse();
    }

    @Test
    void serverWithoutATwinIsNotStartedAgain() throws Exception {
        Node node = start(0, false);
        assertThat(node.isAlive()).isTrue();

        endWhatWeStarted(node);
        node.await();

        assertThat(node.isAlive()).isFalse();
    }

    /** The shell becomes the server, and the server the sleeper, each with another command line. */
    private void endWhatWeStarted(Node node) throws InterruptedException {
        while (node.isAlive()) {
            ProcessHandle.current()
                    .children()
                    .filter(child -> {
                        String words = child.info().commandLine().orElse("");
                        return words.contains("sleep 60") || words.contains(folder.toString());
                    })
                    .forEach(ProcessHandle::destroyForcibly);
            Thread.sleep(50);
        }
    }

    private Node start(int number, boolean kept) throws IOException {
        Shape.Node place = new Shape.Node("article-service", number, 9081);
        Files.createDirectories(data.path().resolve("nodes").resolve(place.name()));
        return Node.start(
                place,
                folder.resolve("wlp"),
                folder.resolve("usr"),
                data,
                Map.of(),
                kept,
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    }

    private long pid(Node node) throws IOException {
        assertThat(node.port()).isEqualTo(9081);
        return Long.parseLong(Files.readString(data.path().resolve("nodes/article-service-1/pid"))
                .strip());
    }

    private static void await(Node node) {
        try {
            node.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
