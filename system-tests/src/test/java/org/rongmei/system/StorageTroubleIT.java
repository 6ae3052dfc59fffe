// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongmei.test.Http;
import org.rongmei.test.ItServer;
import org.rongmei.test.Reviewers;
import org.rongmei.test.TestPostgres;

/** A full disk, and a database that is away: told with a Retry-After, survived, and over without a restart. */
class StorageTroubleIT {

    private static final Duration RECOVERY = Duration.ofSeconds(60);
    /** Compressed by nobody: some hundred kilobytes in the database. */
    private static final String LONG_BODY = "<p>" + "占满磁盘的长文。".repeat(10_000) + "</p>";

    @TempDir
    Path directory;

    private final List<String> acknowledged = new ArrayList<>();

    @Test
    void fullDiskRefusesWritesAndReadersNoticeNothing() throws Exception {
        Path data = Files.createDirectories(directory.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=200m", "none", data.toString()),
                "THE FULL DISK IS SKIPPED: only root may mount a small one");
        try (ArticleNode node = ArticleNode.start(data, Map.of())) {
            openSection(node);
            publish(node, "短的一篇");
            Path ballast = data.resolve("ballast");
            fill(ballast);

            Http.Answer refused = writeUntilRefused(node);

            assertThat(refused.status()).as(refused.body()).isEqualTo(507);
            requireExplained(refused);
            requireAcknowledged(node.content());
            assertThat(node.content().get("/articles").status()).isEqualTo(200);
            assertThat(node.content().get("/changes?after=0").status()).isEqualTo(200);

            Files.delete(ballast);
            await().atMost(RECOVERY).until(() -> draft(node, "又有地方了").status() == 201);
            publish(node, "磁盘腾空以后");
            requireAcknowledged(node.content());

            node.kill();
            try (ArticleNode again = ArticleNode.start(data, Map.of())) {
                requireAcknowledged(again.content());
            }
        } finally {
            run("umount", "-l", data.toString());
        }
    }

    @Test
    void databaseThatIsAwayIsToldAndMissedNoLongerThanItIsAway() {
        Path files = directory.resolve("postgres");
        int port = ItServer.freePort();
        TestPostgres database = TestPostgres.in(files, port);
        Map<String, String> environment =
                Map.of("RONGMEI_ARTICLE_DB_URL", database.emptyDatabase("away"), "RONGMEI_ARTICLE_DB_USER", "postgres");
        try (ArticleNode node = ArticleNode.start(directory.resolve("data"), environment)) {
            openSection(node);
            publish(node, "停库之前");

            database.stop();
            List<Http.Answer> refusals = List.of(
                    draft(node, "无处可存"),
                    node.content().get(acknowledged.get(0)),
                    node.content().get("/articles"),
                    node.content().get("/changes?after=0"),
                    node.content().get("/sections"));
            int ready = node.readiness();
            database = TestPostgres.in(files, port);

            assertThat(refusals).allSatisfy(refused -> {
                assertThat(refused.status()).as(refused.body()).isEqualTo(503);
                requireExplained(refused);
            });
            assertThat(ready).isEqualTo(503);
            await().atMost(RECOVERY).until(() -> draft(node, "又能存了").status() == 201);
            assertThat(node.readiness()).isEqualTo(200);
            publish(node, "开库以后");
            requireAcknowledged(node.content());
        } finally {
            database.stop();
        }
    }

    private static void openSection(ArticleNode node) {
        assertThat(node.content()
                        .as("chief-editor")
                        .put("/sections/trouble", "{\"name\":\"险情\"}")
                        .status())
                .isEqualTo(201);
    }

    private static Http.Answer draft(ArticleNode node, String title) {
        return node.content().as("reporter").post("/articles", article(title, "<p>短文。</p>"));
    }

    private static String article(String title, String body) {
        return "{\"section\":\"trouble\",\"title\":\"" + title + "\",\"body\":\"" + body + "\"}";
    }

    private void publish(ArticleNode node, String title) {
        Http.Answer drafted = draft(node, title);
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        String path = Newsroom.created(drafted);
        Reviewers.publish(node.content(), path, "{}");
        acknowledged.add(path);
    }

    private Http.Answer writeUntilRefused(ArticleNode node) {
        for (int number = 0; number < 200; number++) {
            Http.Answer drafted =
                    node.content().as("reporter").post("/articles", article("第 " + number + " 篇", LONG_BODY));
            if (drafted.status() != 201) {
                return drafted;
            }
            acknowledged.add(Newsroom.created(drafted));
        }
        throw new AssertionError("The disk never got full");
    }

    private static void requireExplained(Http.Answer refused) {
        assertThat(refused.header("Retry-After")).matches("[1-9][0-9]*");
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.header("Cache-Control")).contains("no-store");
    }

    private void requireAcknowledged(Http content) {
        assertThat(acknowledged)
                .allSatisfy(path ->
                        assertThat(content.as("reporter").get(path).status()).isEqualTo(200));
    }

    /** To the last few hundred kilobytes, which the database has taken for itself beforehand or takes now. */
    private static void fill(Path ballast) throws IOException {
        byte[] block = new byte[100_000];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
