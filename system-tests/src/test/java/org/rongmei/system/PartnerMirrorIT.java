// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongmei.test.Http;
import org.rongmei.test.Reviewers;
import org.rongmei.test.TestPostgres;

/** The program that partners get from us, run as they run it, beside a newsroom at work and a node that dies. */
class PartnerMirrorIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What the newsroom knows of an article. */
    private record Story(String section, String title, boolean withdrawn) {}

    @TempDir
    Path data;

    private final Map<String, Story> stories = new HashMap<>();
    private final Map<String, String> paths =
            new HashMap<>(Map.of("news", "news", "town", "news/town", "sport", "sport", "culture", "culture"));
    private final List<Process> mirrors = new ArrayList<>();
    private final List<AutoCloseable> nodes = new ArrayList<>();
    private Set<String> contract = Set.of();
    private Http content = Http.at("");
    private String addresses = "";
    private String token = "";

    @AfterEach
    void stop() throws Exception {
        mirrors.forEach(Process::destroyForcibly);
        for (AutoCloseable node : nodes) {
            node.close();
        }
    }

    @Test
    void folderEndsEqualToTheManifestWhateverIsDoneAndWhoeverDies() throws Exception {
        ArticleNode articles = ArticleNode.start(data.resolve("articles"), database("article"));
        nodes.add(articles);
        content = articles.content();
        Map<String, String> feedDatabase = database("feed");
        FeedNode one = FeedNode.start(data.resolve("one"), articles, feedDatabase);
        nodes.add(one);
        FeedNode two = FeedNode.start(data.resolve("two"), articles, feedDatabase);
        nodes.add(two);
        addresses = one.address() + "," + two.address();
        for (String section : List.of("news", "town", "sport", "culture")) {
            putSection(section, 201, "{\"name\":\"栏目\"}");
        }
        List<String> news = publish("news", 4);
        List<String> town = publish("town", 3);
        List<String> sport = publish("sport", 3);
        List<String> culture = publish("culture", 3);
        await().atMost(PATIENCE).until(() -> agree(one, "news", "sport") == 201);
        token = chief(one).post("/partners/portal/credentials", "{}").json().getString("token");

        Process beginner = mirror();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(1)).until(() -> !files().isEmpty());
        kill(beginner);
        Process mirror = mirror();
        awaitMirrored();
        replace(news.get(0), "news");
        correct(news.get(1));
        withdraw(news.get(2));
        replace(town.get(0), "culture");
        kill(mirror);
        replace(culture.get(0), "town");
        withdraw(sport.get(0));
        putSection("news", 200, "{\"name\":\"要闻\"}");
        mirror();
        publish("news", 2);
        one.kill();
        withdraw(town.get(1));
        putSection("town", 200, "{\"name\":\"乡镇\",\"path\":\"news/villages\"}");
        paths.put("town", "news/villages");
        publish("town", 1);
        awaitMirrored();
        assertThat(textInFolder()).contains("户数有误", "/news/villages/").doesNotContain("/news/town/");

        assertThat(agree(two, "news", "culture")).isEqualTo(200);
        replace(sport.get(1), "sport");
        withdraw(culture.get(1));
        replace(culture.get(2), "culture");
        awaitMirrored();
        mirrors.forEach(PartnerMirrorIT::kill);

        assertThat(mirrorOnce()).as(output()).isZero();
        assertThat(output()).as("the log told it everything").doesNotContain("repaired");
        requireEqual(two);
        damage();
        assertThat(mirrorOnce()).as(output()).isZero();
        assertThat(output()).contains("repaired, missing", "repaired, stale", "repaired, must go");
        requireEqual(two);
        assertThat(chief(two).delete("/partners/portal", null).status()).isEqualTo(204);
        assertThat(mirrorOnce()).as(output()).isEqualTo(2);
        assertThat(output()).contains("(401)");
    }

    private static Map<String, String> database(String service) {
        String prefix = "RONGMEI_" + service.toUpperCase(Locale.ROOT) + "_DB_";
        return Map.of(
                prefix + "URL",
                TestPostgres.running().emptyDatabase("mirrored_" + service),
                prefix + "USER",
                "postgres");
    }

    private static Http chief(FeedNode node) {
        return node.feeds().as("chief-editor").with("If-Match", "*");
    }

    /** The first time there is nothing to match. */
    private int agree(FeedNode node, String... sections) {
        List<String> agreed = Stream.of(sections)
                .map(section -> "\"" + paths.get(section) + "\"")
                .toList();
        Http chief = node.feeds().as("chief-editor");
        int status = (contract.isEmpty() ? chief : chief.with("If-Match", "*"))
                .put(
                        "/partners/portal",
                        "{\"name\":\"门户\",\"sections\":" + agreed
                                + ",\"kinds\":[\"original\",\"reprint\"],\"syndication\":\"partners\"}")
                .status();
        if (status < 300) {
            contract = Set.of(sections);
        }
        return status;
    }

    private void putSection(String section, int status, String body) {
        require(status, content.as("chief-editor").with("If-Match", "*").put("/sections/" + paths.get(section), body));
    }

    private List<String> publish(String section, int count) {
        List<String> published = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Story story = new Story(section, "稿件 " + stories.size(), false);
            String path = Newsroom.created(content.as("reporter").post("/articles", body(story)));
            Reviewers.publish(content, path, "{}");
            stories.put(path, story);
            published.add(path);
        }
        return published;
    }

    /** Another title, and perhaps another section. */
    private void replace(String path, String section) {
        Story story = new Story(section, "改过的" + stories.get(path).title(), false);
        Reviewers.replace(content, path, body(story));
        stories.put(path, story);
    }

    private String body(Story story) {
        return "{\"section\":\"%s\",\"title\":\"%s\",\"body\":\"<p>“引号”、\\\\ 和 {括号]。</p>\"}"
                .formatted(paths.get(story.section()), story.title());
    }

    private void correct(String path) {
        require(
                200,
                content.as("chief-editor").with("If-Match", "*").post(path + "/corrections", "{\"text\":\"原文户数有误。\"}"));
    }

    private void withdraw(String path) {
        require(
                200,
                content.as("chief-editor").with("If-Match", "*").delete(path + "/publication", "{\"reason\":\"核实\"}"));
        stories.computeIfPresent(path, (same, story) -> new Story(story.section(), story.title(), true));
    }

    private static void require(int status, Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }

    private Process mirror(String... options) throws IOException {
        Path program = Path.of(System.getProperty("rongmei.root"), "docs/partners/Mirror.java");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                program.toString(),
                addresses,
                folder().toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().put("RONGMEI_TOKEN", token);
        builder.environment().put("RONGMEI_POLL_SECONDS", "1");
        Process mirror = builder.start();
        mirrors.add(mirror);
        return mirror;
    }

    private int mirrorOnce() throws Exception {
        Files.deleteIfExists(log());
        Process mirror = mirror("--once");
        boolean ended = mirror.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(ended).as(output()).isTrue();
        return mirror.exitValue();
    }

    /** SIGKILL. */
    private static void kill(Process mirror) {
        mirror.destroyForcibly().onExit().join();
    }

    private Path folder() {
        return data.resolve("mirror");
    }

    private Path log() {
        return data.resolve("mirror.log");
    }

    private String output() throws IOException {
        return Files.exists(log()) ? Files.readString(log()) : "";
    }

    /** By following alone: it compares itself once, when it starts. */
    private void awaitMirrored() {
        await().atMost(PATIENCE)
                .ignoreException(NoSuchFileException.class) // it has just gone
                .untilAsserted(() -> assertThat(titlesInFolder()).as(output()).isEqualTo(mayHold()));
    }

    private Map<String, String> mayHold() {
        Map<String, String> titles = new TreeMap<>();
        stories.forEach((path, story) -> {
            boolean agreed =
                    contract.contains(story.section()) || (story.section().equals("town") && contract.contains("news"));
            if (agreed && !story.withdrawn()) {
                titles.put(path, story.title());
            }
        });
        return titles;
    }

    private Map<String, String> titlesInFolder() throws IOException {
        Map<String, String> titles = new TreeMap<>();
        for (Path file : files()) {
            JsonObject article =
                    Json.createReader(new StringReader(Files.readString(file))).readObject();
            String id = article.getJsonArray("altIds").getValuesAs(JsonObject.class).stream()
                    .filter(each -> each.getString("role").equals("article"))
                    .map(each -> each.getString("value"))
                    .findFirst()
                    .orElseThrow();
            titles.put("/articles/" + id, article.getString("title"));
        }
        return titles;
    }

    private String textInFolder() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : files()) {
            text.append(Files.readString(file));
        }
        return text.toString();
    }

    private List<Path> files() throws IOException {
        if (!Files.exists(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private void requireEqual(FeedNode node) throws IOException, GeneralSecurityException {
        List<String> manifest = node.feeds()
                .with("Authorization", "Bearer " + token)
                .get("/partner/manifest")
                .body()
                .lines()
                .map(line -> Json.createReader(new StringReader(line)).readObject())
                .filter(line -> line.containsKey("digest"))
                .map(line -> line.getString("digest"))
                .toList();
        List<String> digests = new ArrayList<>();
        for (Path file : files()) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            digests.add("sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":");
        }

        assertThat(titlesInFolder()).isEqualTo(mayHold());
        assertThat(digests).containsExactlyInAnyOrderElementsOf(manifest);
    }

    /** What a disk or a person may do to a folder. */
    private void damage() throws IOException {
        List<Path> files = files();
        Files.copy(files.get(0), folder().resolve("0".repeat(64) + ".json"));
        Files.delete(files.get(0));
        Files.writeString(files.get(1), "{}");
    }
}
