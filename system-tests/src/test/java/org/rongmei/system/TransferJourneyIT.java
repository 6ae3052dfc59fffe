// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongmei.test.Http;
import org.rongmei.test.Reviewers;

/** A newsroom moves in, is killed while it does, and moves on to another suite with everything it has. */
class TransferJourneyIT {

    private static final int STORIES = 3_000;
    private static final Duration MINUTES = Duration.ofMinutes(3);

    /** What belongs to the suite that an article is in, and not to the article. */
    private static final Set<String> OF_THE_SUITE = Set.of("url", "version");

    @TempDir
    Path data;

    @Test
    void importSurvivesAKillAndTheExportIsTheSameElsewhere() throws IOException {
        String report;
        Path first = data.resolve("first");
        try (ArticleNode node = ArticleNode.start(first, Map.of())) {
            Http chief = node.content().as("chief-editor");
            assertThat(chief.put("/sections/news", "{\"name\":\"新闻\"}").status())
                    .isEqualTo(201);
            assertThat(chief.put("/sections/pages", "{\"name\":\"站务\",\"hidden\":true}")
                            .status())
                    .isEqualTo(201);
            illustrated(node.content());
            Http.Answer accepted = chief.send("POST", "/imports?section=news", "application/x-ndjson", stories());
            assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
            report = accepted.header("Location").substring("/content".length());
            await().atMost(MINUTES)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> chief.get(report).json().getInt("done") > 0);
            node.kill();
        }
        try (ArticleNode node = ArticleNode.start(first, Map.of("RONGMEI_ARTICLE_IMPORTS_DIR", elsewhere()))) {
            // Without its file nothing goes on: what is seen is how far it was when it was killed.
            assertThat(node.content().as("chief-editor").get(report).json().getInt("done"))
                    .isBetween(1, STORIES - 1);
        }

        String export;
        try (ArticleNode node = ArticleNode.start(first, Map.of())) {
            Http chief = node.content().as("chief-editor");
            awaitEnd(chief, report);
            JsonObject counts = chief.get(report).json().getJsonObject("counts");
            assertThat(counts.getInt("taken")).isEqualTo(STORIES);
            assertThat(publishedLines(node.content())).isEqualTo(STORIES + 1);
            // Nothing changes after the last story: the index has to find it by itself.
            await().atMost(MINUTES)
                    .untilAsserted(() -> assertThat(found(node.content(), "story" + (STORIES - 1)))
                            .isEqualTo(1));
            assertThat(Files.list(first.resolve("imports"))).isEmpty();
            export = chief.get("/exports").body();
        }

        try (ArticleNode node = ArticleNode.start(data.resolve("second"), Map.of())) {
            Http chief = node.content().as("chief-editor");
            Http.Answer accepted = chief.send("POST", "/imports", "application/x-ndjson", export);
            assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
            String there = accepted.header("Location").substring("/content".length());
            awaitEnd(chief, there);
            assertThat(chief.get(there).json().getJsonObject("counts").getInt("refused"))
                    .as(chief.get(there + "?outcome=refused").body())
                    .isZero();
            assertThat(articles(chief.get("/exports").body())).isEqualTo(articles(export));
            assertThat(node.content().get("/sections").json().getJsonArray("items"))
                    .extracting(section -> section.asJsonObject().getBoolean("hidden"))
                    .contains(true, false);
        }
    }

    private String elsewhere() {
        return data.resolve("elsewhere").toString();
    }

    /** An article that shows a picture of ours, beside its text and in it. */
    private static void illustrated(Http content) throws IOException {
        Http chief = content.as("chief-editor");
        byte[] pixels =
                Files.readAllBytes(Path.of(System.getProperty("rongmei.root"), "sample", "pictures", aPicture()));
        String picture = chief.upload("/media", Map.of("file", pixels, "alt", "梯田", "credit", "钟亦安 摄"))
                .json()
                .getString("id");
        Http.Answer drafted = chief.post(
                "/articles",
                ("{\"section\":\"pages\",\"title\":\"有图\",\"images\":[{\"id\":\"%s\"}],"
                                + "\"body\":\"<p>正文</p><figure><img src=\\\"/content/media/%s/large\\\" alt=\\\"梯田\\\"></figure>\"}")
                        .formatted(picture, picture));
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        Reviewers.publish(content, drafted.header("Location").substring("/content".length()), "{}");
    }

    private static String aPicture() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("rongmei.root"), "sample", "pictures"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jpg"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String stories() {
        StringBuilder lines = new StringBuilder();
        for (int number = 0; number < STORIES; number++) {
            lines.append(("{\"uri\":\"old:%d\",\"title\":\"story%d 梯田里的秋收\",\"publishedAt\":\"2001-01-01T00:00:00Z\","
                            + "\"tags\":[\"秋收\"],\"credits\":[{\"role\":\"记者\",\"name\":\"张泽青\"}],\"body\":\"<p>%s</p>\"}\n")
                    .formatted(number, number, "金黄的稻谷晒满了村前的场院。".repeat(40)));
        }
        return lines.toString();
    }

    private static void awaitEnd(Http chief, String report) {
        await().atMost(MINUTES)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> chief.get(report).json().getString("state").equals("done"));
    }

    private static int found(Http anybody, String text) {
        Http.Answer answer = anybody.get("/search?q=" + text);
        return answer.status() == 200 ? answer.json().getJsonArray("items").size() : -1;
    }

    private static int publishedLines(Http anybody) {
        Set<String> articles = new HashSet<>();
        int lines = 0;
        for (String next = "/content/changes?after=0&limit=100"; next != null; ) {
            JsonObject page = anybody.get(next.substring("/content".length())).json();
            for (JsonObject line : page.getJsonArray("items").getValuesAs(JsonObject.class)) {
                if (line.containsKey("articleId")) {
                    lines++;
                    articles.add(line.getString("articleId"));
                }
            }
            next = page.isNull("next") ? null : page.getString("next");
        }
        assertThat(articles).hasSize(lines);
        return lines;
    }

    /** By their ids. */
    private static Map<String, JsonObject> articles(String export) {
        Map<String, JsonObject> articles = new HashMap<>();
        List<String> lines =
                export.lines().filter(line -> line.contains("\"uri\"")).toList();
        for (String line : lines) {
            JsonObject article = Json.createReader(new StringReader(line)).readObject();
            var own = Json.createObjectBuilder();
            for (Map.Entry<String, JsonValue> field : article.entrySet()) {
                if (!OF_THE_SUITE.contains(field.getKey())) {
                    own.add(field.getKey(), field.getValue());
                }
            }
            articles.put(article.getString("id"), own.build());
        }
        assertThat(articles).hasSize(STORIES + 1);
        return articles;
    }
}
