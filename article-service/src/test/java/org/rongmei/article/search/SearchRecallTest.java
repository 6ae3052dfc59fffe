// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongmei.article.article.ArticleText;
import org.rongmei.article.search.SearchIndex.Scope;

/** Fifty questions to the sample newsroom. The report is in target/search-recall.txt. */
class SearchRecallTest {

    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final int FIRST = 10;

    private record Judged(String question, List<Long> relevant) {}

    @TempDir
    Path directory;

    @Test
    void nineteenOfTwentyRelevantArticlesAreAmongTheFirstTen() throws IOException {
        List<Judged> questions = questions();
        StringBuilder report = new StringBuilder();
        double sum = 0;
        try (SearchIndex index = sampleNewsroom()) {
            for (Judged judged : questions) {
                List<Long> found = Question.of(judged.question())
                        .map(query -> find(index, query))
                        .orElse(List.of());
                long hits = judged.relevant().stream().filter(found::contains).count();
                double recall =
                        (double) hits / Math.min(FIRST, judged.relevant().size());
                sum += recall;
                report.append(
                        "%.2f %s wanted %s found %s%n".formatted(recall, judged.question(), judged.relevant(), found));
            }
        }
        double mean = sum / questions.size();
        report.append("recall at 10: %.3f over %d questions%n".formatted(mean, questions.size()));
        Files.writeString(Path.of("target", "search-recall.txt"), report);

        assertThat(questions).hasSize(50);
        assertThat(mean).as(report.toString()).isGreaterThanOrEqualTo(0.95);
    }

    private static List<Long> find(SearchIndex index, Question query) {
        try {
            return index.find(query, new Scope(null, null, null), NOW, null, FIRST)
                    .ids();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SearchIndex sampleNewsroom() throws IOException {
        SearchIndex index = SearchIndex.open(directory);
        try (Stream<Path> files = Files.list(Path.of("..", "sample", "articles"))) {
            for (Path file : files.sorted().toList()) {
                try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
                    JsonObject story = reader.readObject();
                    if (!story.getJsonObject("article").getString("section").equals("pages")) {
                        index.put(text(file, story));
                    }
                }
            }
        }
        index.refresh();
        return index;
    }

    private static ArticleText text(Path file, JsonObject story) {
        JsonObject article = story.getJsonObject("article");
        List<String> names = new ArrayList<>();
        for (String field : List.of("credits", "editors")) {
            article.getOrDefault(field, JsonValue.EMPTY_JSON_ARRAY).asJsonArray().getValuesAs(JsonObject.class).stream()
                    .map(credit -> credit.getString("name"))
                    .forEach(names::add);
        }
        return new ArticleText(
                Long.parseLong(file.getFileName().toString().substring(0, 3)),
                1,
                NOW.minusSeconds(60L * story.getInt("ageMinutes")),
                article.getString("title"),
                article.getString("kicker", "") + "\n" + article.getString("subtitle", "") + "\n"
                        + article.getString("summary", ""),
                Jsoup.parseBodyFragment(article.getString("body", "")).text(),
                names,
                article
                        .getOrDefault("tags", JsonValue.EMPTY_JSON_ARRAY)
                        .asJsonArray()
                        .getValuesAs(JsonString.class)
                        .stream()
                        .map(JsonString::getString)
                        .toList());
    }

    private static List<Judged> questions() throws IOException {
        try (InputStream file = SearchRecallTest.class.getResourceAsStream("judged.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|"))
                    .map(parts -> new Judged(
                            parts[0].strip(),
                            Arrays.stream(parts[1].strip().split(" "))
                                    .map(Long::parseLong)
                                    .toList()))
                    .toList();
        }
    }
}
