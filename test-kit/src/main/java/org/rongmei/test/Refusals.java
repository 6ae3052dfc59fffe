// SPDX-License-Identifier: Apache-2.0
package org.rongmei.test;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a service does not take, operation by operation: {@code refusals.txt} beside the test says what is sent and how it
 * is refused.
 */
public final class Refusals {

    /** One line of {@code refusals.txt}. */
    public record Refusal(
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

    private final List<Refusal> table;
    private final String contextRoot;

    private Refusals(List<Refusal> table, String contextRoot) {
        this.table = table;
        this.contextRoot = contextRoot;
    }

    /** @param contextRoot of the service: {@code content} */
    public static Refusals of(Class<?> test, String contextRoot) {
        try (var table = test.getResourceAsStream("refusals.txt")) {
            List<Refusal> lines = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Refusal::of)
                    .toList();
            return new Refusals(lines, contextRoot);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Stream<Refusal> lines() {
        return table.stream();
    }

    /** @param names what stands for {@code {section}} and the like in the table */
    public static Http.Answer send(Refusal refusal, Http anybody, Map<String, String> names) {
        Http caller = switch (refusal.who()) {
            case "nobody" -> anybody;
            case "reader" -> anybody.with("Authorization", "Basic cmVhZGVyOmd1ZXNz");
            default -> anybody.as(refusal.who());
        };
        String body = refusal.body().isEmpty() ? null : filled(refusal.body(), names);
        String type = refusal.type().isEmpty() ? (body == null ? null : "application/json") : refusal.type();
        return (refusal.ifMatch().isEmpty() ? caller : caller.with("If-Match", refusal.ifMatch()))
                .send(refusal.method(), filled(refusal.path(), names), type, body);
    }

    private static String filled(String text, Map<String, String> names) {
        String filled = LONG.matcher(text).replaceAll(found -> CHARACTER.repeat(Integer.parseInt(found.group(1))));
        filled = MANY.matcher(filled).replaceAll(Refusals::many);
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        return filled;
    }

    private static String many(MatchResult found) {
        return String.join(",", Collections.nCopies(Integer.parseInt(found.group(1)), found.group(2)));
    }

    /** As the table says, in a sentence for people, with nothing of our insides. */
    public static void requireExplained(Refusal refusal, Http.Answer refused) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(refusal.status());
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().getString("detail")).isNotBlank();
        assertThat(refused.json().getInt("status")).isEqualTo(refusal.status());
        assertThat(refused.body()).doesNotContain("Exception").doesNotContain("org.rongmei");
        assertThat(fields(refused.json())).isEqualTo(refusal.fields());
    }

    private static String fields(JsonObject problem) {
        JsonArray errors = problem.containsKey("errors") ? problem.getJsonArray("errors") : JsonArray.EMPTY_JSON_ARRAY;
        String[] fields = errors.getValuesAs(JsonObject.class).stream()
                .map(error -> error.getString("field"))
                .toArray(String[]::new);
        Arrays.sort(fields);
        return String.join(",", fields);
    }

    /**
     * A new operation is in the document as soon as it is there, and has to be in the table then.
     *
     * @param exempt lines of the form {@code put /sites/{site}: 404} that an operation never answers, for a reason
     */
    public void requireEveryOperation(Http server, String... exempt) {
        Map<String, Set<Integer>> shown = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        JsonObject paths = server.get("/openapi?format=JSON").json().getJsonObject("paths");
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

        assertThat(shown).hasSizeGreaterThan(5);
        missing.removeAll(List.of(exempt));
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

    private Set<Integer> statuses(String method, String template) {
        Pattern path = Pattern.compile(template.replaceFirst("^/" + contextRoot, "")
                .replaceAll("\\{path[^/]*}", ".+")
                .replaceAll("\\{[^}.+]+}", "[^/]+"));
        Set<Integer> statuses = new TreeSet<>();
        lines().filter(refusal -> refusal.method().equalsIgnoreCase(method))
                .filter(refusal ->
                        path.matcher(refusal.path().replaceFirst("\\?.*", "")).matches())
                .forEach(refusal -> statuses.add(refusal.status()));
        return statuses;
    }
}
