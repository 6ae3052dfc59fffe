// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rongmei.article.media.Samples;
import org.rongmei.test.Deployments;
import org.rongmei.test.Http;
import org.rongmei.test.Reviewers;

/** What is not taken, operation by operation: {@code refusals.txt} says what is sent and how it is refused. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RefusalsIT {

    /** One line of {@code refusals.txt}. */
    record Refusal(
            String who,
            String method,
            String path,
            String ifMatch,
            String type,
            String body,
            int status,
            String fields) {

        static Refusal of(String line) {
            String[] cells = line.split("(?:^|\\s)\\|(?:\\s|$)", -1);
            assertThat(cells).as(line).hasSize(8);
            List<String> cell = Stream.of(cells).map(String::strip).toList();
            return new Refusal(
                    cell.get(0),
                    cell.get(1),
                    cell.get(2),
                    cell.get(3),
                    cell.get(4),
                    cell.get(5),
                    Integer.parseInt(cell.get(6)),
                    cell.get(7));
        }

        @Override
        public String toString() {
            return who + " " + method + " " + path + " " + body + " → " + status;
        }
    }

    private static final Pattern LONG = Pattern.compile("\\{long:(\\d+)}");
    private static final Pattern MANY = Pattern.compile("\\{many:(\\d+):((?:[^{}]|\\{[^{}]*})*)}");
    /** Outside the basic plane: two code units in Java, four bytes on the wire, one character to a reader. */
    private static final String CHARACTER = "𠮷";

    /** The names in the table and the ids behind them. Made once: what is refused changes none of it. */
    private static final Map<String, String> NAMES = new HashMap<>();

    @Deployment(testable = false)
    static WebArchive service() {
        return Deployments.service("article-service", "content");
    }

    static Stream<Refusal> refusals() {
        try (var table = RefusalsIT.class.getResourceAsStream("refusals.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(Refusal::of)
                            .toList()
                            .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final String server = "http://localhost:" + System.getProperty("rongmei.it.port");
    private final Http anybody = Http.at(server + "/content");
    private final Http reporter = anybody.as("reporter");
    private final Http chief = anybody.as("chief-editor");

    @ParameterizedTest
    @MethodSource("refusals")
    void whatIsRefusedIsExplainedAndChangesNothing(Refusal refusal) {
        List<String> before = state();

        Http.Answer refused = send(refusal);

        assertThat(refused.status()).as(refused.body()).isEqualTo(refusal.status());
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().getString("detail")).isNotBlank();
        assertThat(refused.json().getInt("status")).isEqualTo(refusal.status());
        assertThat(refused.body()).doesNotContain("Exception").doesNotContain("org.rongmei");
        assertThat(fields(refused.json())).isEqualTo(refusal.fields());
        assertThat(state()).isEqualTo(before);
    }

    /** A new operation is in the document as soon as it is there, and has to be in the table then. */
    @Test
    void everyOperationOfTheDocumentIsInTheTable() {
        Map<String, Set<Integer>> shown = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        JsonObject paths = Http.at(server).get("/openapi?format=JSON").json().getJsonObject("paths");
        paths.forEach((template, item) -> item.asJsonObject().forEach((method, operation) -> {
            if (!Set.of("get", "put", "post", "delete", "patch").contains(method)) {
                return;
            }
            Set<Integer> statuses = statuses(method, template);
            shown.put(method + " " + template, statuses);
            wanted(method, template, operation.asJsonObject()).stream()
                    .filter(status -> !statuses.contains(status))
                    .forEach(status -> missing.add(method + " " + template + ": " + status));
        }));

        assertThat(shown).hasSizeGreaterThan(10);
        assertThat(missing).isEmpty();
    }

    /** By the conventions of all services, whatever else an operation refuses. */
    private static Set<Integer> wanted(String method, String template, JsonObject operation) {
        Set<Integer> wanted = new TreeSet<>();
        if (operation.containsKey("security")) {
            wanted.addAll(Set.of(401, 403));
        }
        if (operation.containsKey("requestBody")) {
            wanted.addAll(Set.of(400, 413, 415, 422));
            if (operation.toString().contains("application/x-ndjson")) {
                wanted.remove(413); // imports stream, however long they are
            }
        }
        if (operation.containsKey("parameters") && operation.toString().contains("\"in\":\"query\"")) {
            wanted.add(400);
        }
        if (template.contains("{")) {
            wanted.add(404);
        }
        if (template.contains("{") && !method.equals("get") && !method.equals("post")) {
            wanted.addAll(Set.of(412, 428));
        }
        return wanted;
    }

    private static Set<Integer> statuses(String method, String template) {
        Pattern path = Pattern.compile(template.replaceFirst("^/content", "")
                .replaceAll("\\{path[^/]*}", ".+")
                .replaceAll("\\{[^}.+]+}", "[^/]+"));
        Set<Integer> statuses = new TreeSet<>();
        refusals()
                .filter(refusal -> refusal.method().equalsIgnoreCase(method))
                .filter(refusal ->
                        path.matcher(refusal.path().replaceFirst("\\?.*", "")).matches())
                .forEach(refusal -> statuses.add(refusal.status()));
        return statuses;
    }

    private Http.Answer send(Refusal refusal) {
        Http caller = switch (refusal.who()) {
            case "nobody" -> anybody;
            case "reader" -> anybody.with("Authorization", "Basic cmVhZGVyOmd1ZXNz");
            default -> anybody.as(refusal.who());
        };
        @Nullable String body = refusal.body().isEmpty() ? null : filled(refusal.body());
        @Nullable String type = refusal.type().isEmpty() ? (body == null ? null : "application/json") : refusal.type();
        return (refusal.ifMatch().isEmpty() ? caller : caller.with("If-Match", refusal.ifMatch()))
                .send(refusal.method(), filled(refusal.path()), type, body);
    }

    private String filled(String text) {
        String filled = LONG.matcher(text).replaceAll(found -> CHARACTER.repeat(Integer.parseInt(found.group(1))));
        filled = MANY.matcher(filled).replaceAll(RefusalsIT::many);
        for (Map.Entry<String, String> name : names().entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        return filled;
    }

    private static String many(MatchResult found) {
        return String.join(",", Collections.nCopies(Integer.parseInt(found.group(1)), found.group(2)));
    }

    private static String fields(JsonObject problem) {
        JsonArray errors = problem.containsKey("errors") ? problem.getJsonArray("errors") : JsonArray.EMPTY_JSON_ARRAY;
        String[] fields = errors.getValuesAs(JsonObject.class).stream()
                .map(error -> error.getString("field"))
                .toArray(String[]::new);
        Arrays.sort(fields);
        return String.join(",", fields);
    }

    /** What a refused request must leave as it was. */
    private List<String> state() {
        Map<String, String> names = names();
        return List.of(
                reporter.get("/articles/" + names.get("draft")).header("ETag"),
                reporter.get("/articles/" + names.get("published")).header("ETag"),
                reporter.get("/articles/" + names.get("withdrawn")).header("ETag"),
                reporter.get("/articles?state=draft&limit=1").header("ETag"),
                reporter.get("/media?limit=1").header("ETag"),
                anybody.get("/sections").header("ETag"),
                anybody.get("/changes").json().get("last").toString());
    }

    private Map<String, String> names() {
        if (NAMES.isEmpty()) {
            String section = "s" + UUID.randomUUID().toString().substring(0, 8);
            chief.put("/sections/" + section, "{\"name\":\"新闻\"}");
            chief.put("/sections/" + section + "/towns", "{\"name\":\"镇街\"}");
            String draft = draft(section, "");
            String submitted = draft(section, "");
            reporter.with("If-Match", "*").put("/articles/" + submitted + "/submission", "");
            String published = draft(section, ",\"aliases\":[\"/old/%s.html\"]".formatted(section));
            String withdrawn = draft(section + "/towns", "");
            for (String id : List.of(published, withdrawn)) {
                Reviewers.publish(anybody, "/articles/" + id, "{}");
            }
            chief.with("If-Match", "*").delete("/articles/" + withdrawn + "/publication", "{\"reason\":\"核实\"}");
            String picture =
                    last(reporter.upload("/media", Map.of("file", Samples.opaque(40, 30, "png"), "alt", "梯田")));
            NAMES.putAll(Map.of(
                    "section", section,
                    "draft", draft,
                    "submitted", submitted,
                    "published", published,
                    "withdrawn", withdrawn,
                    "picture", picture));
        }
        return NAMES;
    }

    private String draft(String section, String more) {
        return last(reporter.post("/articles", "{\"section\":\"%s\",\"title\":\"稿\"%s}".formatted(section, more)));
    }

    private static String last(Http.Answer created) {
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.header("Location").replaceFirst(".*/", "");
    }
}
