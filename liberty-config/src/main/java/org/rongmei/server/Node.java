// SPDX-License-Identifier: Apache-2.0
package org.rongmei.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One server of a newsroom, and, where it has a twin that goes on meanwhile, what starts it again when it has died. */
final class Node {

    private static final long BREATH = 1_000;

    private final Shape.Node place;
    private final Path pidFile;
    private final Supplier<LibertyProcess> starter;
    private final PrintStream out;
    private volatile LibertyProcess process;
    private @Nullable Thread keeper;
    private boolean stopping;

    private Node(Shape.Node place, Path pidFile, Supplier<LibertyProcess> starter, PrintStream out) {
        this.place = place;
        this.pidFile = pidFile;
        this.starter = starter;
        this.out = out;
        this.process = starter.get();
    }

    static Node start(
            Shape.Node place,
            Path liberty,
            Path user,
            DataDirectory data,
            Map<String, String> environment,
            boolean kept,
            PrintStream out) {
        Node node = new Node(
                place,
                data.path().resolve("nodes").resolve(place.name()).resolve("pid"),
                () -> LibertyProcess.start(place.server(), liberty, user, data, environment),
                out);
        if (kept) {
            node.writePid();
            node.keeper = new Thread(node::keep, place.name());
            node.keeper.setDaemon(true);
            node.keeper.start();
        }
        return node;
    }

    int port() {
        return place.port();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Until it has ended for good: one that is kept ends with the newsroom only. */
    void await() throws InterruptedException {
        process.await();
        if (keeper != null) {
            keeper.join();
        }
    }

    private void keep() {
        try {
            while (!isStopping()) {
                process.await();
                Thread.sleep(BREATH);
                startAgain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void startAgain() {
        if (stopping) {
            return;
        }
        out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + place.name() + " has ended: started again");
        process = starter.get();
        writePid();
    }

    private void writePid() {
        try {
            Path unfinished = pidFile.resolveSibling("pid-unfinished");
            Files.writeString(unfinished, process.pid() + "\n");
            Files.move(unfinished, pidFile, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            out.println("The process number of " + place.name() + " cannot be written down: " + e.getMessage());
        }
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    void stop() {
        synchronized (this) {
            stopping = true;
        }
        process.stop();
    }
}
