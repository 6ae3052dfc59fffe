// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongmei.test.Http;

/** What is left after somebody pulled the plug. */
class RestartJourneyIT {

    private static final int WRITERS = 4;

    @TempDir
    Path data;

    @Test
    void acknowledgedWritesSurviveAKillAndAnEmptyNewsroomStaysEmpty() throws Exception {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        Suite suite = Suite.allInOne(data, "--empty", "--site", "none");
        new Slice(suite, "kill").openSection("断电");
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            Thread thread = new Thread(() -> writeUntilTheEnd(suite, acknowledged));
            thread.start();
            writers.add(thread);
        }
        while (acknowledged.size() < 40) {
            Suite.pause();
        }

        suite.kill();
        for (Thread writer : writers) {
            writer.join();
        }

        try (Suite again = Suite.allInOne(data)) {
            assertThat(acknowledged)
                    .allSatisfy(path -> assertThat(
                                    again.content().as("reporter").get(path).status())
                            .isEqualTo(200));
            assertThat(again.content().get("/articles").json().getJsonArray("items"))
                    .isEmpty();
        }
    }

    private static void writeUntilTheEnd(Suite suite, Queue<String> acknowledged) {
        try {
            while (true) {
                Http.Answer drafted = suite.content()
                        .as("reporter")
                        .post("/articles", "{\"section\":\"kill\",\"title\":\"" + UUID.randomUUID() + "\"}");
                if (drafted.status() == 201) {
                    acknowledged.add(drafted.header("Location").substring("/content".length()));
                }
            }
        } catch (RuntimeException e) {
            // The server is gone: what was not acknowledged is nobody's loss.
        }
    }
}
