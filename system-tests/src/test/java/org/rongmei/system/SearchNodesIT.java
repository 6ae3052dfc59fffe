// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongmei.test.Http;
import org.rongmei.test.Reviewers;
import org.rongmei.test.TestPostgres;

/** The index that each node keeps for itself: while there is none, beside another one, and when the log is another. */
class SearchNodesIT {

    private static final Duration A_MOMENT = Duration.ofSeconds(30);

    @TempDir
    Path data;

    @Test
    void nodesOnOneDatabaseKeepAnIndexEachAndBothForget() {
        Map<String, String> environment = Map.of(
                "RONGMEI_ARTICLE_DB_URL",
                TestPostgres.running().emptyDatabase("two_indexes"),
                "RONGMEI_ARTICLE_DB_USER",
                "postgres");
        try (ArticleNode one = ArticleNode.start(data.resolve("one"), environment);
                ArticleNode two = ArticleNode.start(data.resolve("two"), environment)) {
            String path = publish(one.content(), "双龙湾的候鸟");
            awaitFound(one, "候鸟");
            awaitFound(two, "候鸟");
            assertThat(data.resolve("one/search")).isNotEmptyDirectory();
            assertThat(data.resolve("two/search")).isNotEmptyDirectory();

            assertThat(chief(two.content())
                            .with("If-Match", "*")
                            .delete(path + "/publication", "{\"reason\":\"核实\"}")
                            .status())
                    .isEqualTo(200);

            assertThat(find(one, "候鸟").status()).isEqualTo(200);
            assertThat(hits(one, "候鸟")).isEmpty();
            assertThat(hits(two, "候鸟")).isEmpty();
        }
    }

    @Test
    void searchSaysWhenToAskAgainUntilItsIndexIsBuilt() throws IOException {
        Path notADirectory = Files.writeString(data.resolve("in-the-way"), "");
        try (ArticleNode node = ArticleNode.start(
                data.resolve("node"), Map.of("RONGMEI_ARTICLE_SEARCH_DIR", notADirectory.toString()))) {
            String path = publish(node.content(), "双龙湾的候鸟");

            Http.Answer refused = find(node, "候鸟");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("5");
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
            assertThat(node.content().get(path).status()).isEqualTo(200);

            Files.delete(notADirectory);
            awaitFound(node, "候鸟");
        }
    }

    @Test
    void restoredDatabaseIsIndexedAnew() throws IOException {
        Path database = data.resolve("node/article");
        Path backup = data.resolve("backup");
        String path;
        try (ArticleNode node = ArticleNode.start(data.resolve("node"), Map.of())) {
            path = publish(node.content(), "候鸟来了");
        }
        copy(database, backup);
        try (ArticleNode node = ArticleNode.start(data.resolve("node"), Map.of())) {
            Reviewers.replace(node.content(), path, "{\"section\":\"news\",\"title\":\"水鸭走了\"}");
            awaitFound(node, "水鸭");
            node.stop(); // gently: the index has seen what the backup has not
        }
        copy(backup, database);

        try (ArticleNode node =
                ArticleNode.start(data.resolve("node"), Map.of("RONGMEI_ARTICLE_RESTORED", "from-backup"))) {
            awaitFound(node, "候鸟");
            assertThat(hits(node, "水鸭")).isEmpty();
        }
    }

    private static Http chief(Http content) {
        return content.as("chief-editor");
    }

    private static String publish(Http content, String title) {
        assertThat(chief(content).put("/sections/news", "{\"name\":\"新闻\"}").status())
                .isEqualTo(201);
        String path = Newsroom.created(
                content.as("reporter").post("/articles", "{\"section\":\"news\",\"title\":\"" + title + "\"}"));
        Reviewers.publish(content, path, "{}");
        return path;
    }

    private static Http.Answer find(ArticleNode node, String text) {
        return node.content().get("/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    private static List<JsonObject> hits(ArticleNode node, String text) {
        return find(node, text).json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static void awaitFound(ArticleNode node, String text) {
        await().atMost(A_MOMENT).untilAsserted(() -> {
            assertThat(find(node, text).status()).isEqualTo(200);
            assertThat(hits(node, text)).hasSize(1);
        });
    }

    /** One directory of files in the place of another. */
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> old = Files.list(to)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
