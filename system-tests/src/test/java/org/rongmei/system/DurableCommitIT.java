// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongmei.test.Http;

/**
 * A kill does not show whether the disk was asked to keep anything: the operating system survives it. strace does. One
 * writer alone makes every commit a group of its own, so each acknowledged write needs a sync of its own.
 */
class DurableCommitIT {

    private static final int WRITES = 30;

    @TempDir
    Path directory;

    @Test
    void everyAcknowledgedWriteWasSyncedToTheDisk() throws Exception {
        assumeTrue(canTrace(), "THE COUNT OF SYNCS IS SKIPPED: strace is missing or may not trace (Debian: strace)");
        Path syncs = directory.resolve("syncs");
        List<String> strace = List.of(
                "strace",
                "-f",
                "--seccomp-bpf",
                "-e",
                "trace=fsync,fdatasync",
                "-e",
                "signal=none",
                "-o",
                syncs.toString());
        try (ArticleNode node = ArticleNode.start(directory.resolve("data"), Map.of(), strace)) {
            node.content().as("chief-editor").put("/sections/sync", "{\"name\":\"落盘\"}");
            Http reporter = node.content().as("reporter");
            for (int write = 1; write <= WRITES; write++) {
                long before = count(syncs);
                Http.Answer drafted =
                        reporter.post("/articles", "{\"section\":\"sync\",\"title\":\"第 " + write + " 篇\"}");

                assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
                assertThat(count(syncs)).as("syncs after write " + write).isGreaterThan(before);
            }
        }
    }

    /** Calls that ended well; one that was interrupted by another thread's stands in two lines, the second with the result. */
    private static long count(Path syncs) throws IOException {
        try (Stream<String> lines = Files.lines(syncs)) {
            return lines.filter(line -> line.contains("sync") && line.endsWith("= 0"))
                    .count();
        }
    }

    private static boolean canTrace() throws InterruptedException {
        try {
            Process trial = new ProcessBuilder("strace", "-f", "--seccomp-bpf", "-e", "trace=fsync", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return trial.waitFor(20, TimeUnit.SECONDS) && trial.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
