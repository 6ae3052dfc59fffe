// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** {@code docs/desk-rules.csv}, {@code docs/desk-persons.csv}: what is expected of the desk, written by hand. */
final class DeskTable {

    static final List<String> OPERATIONS = List.of(
            "edit",
            "submit",
            "take-back",
            "approve",
            "return",
            "publish",
            "schedule",
            "emergency",
            "withdraw",
            "correct",
            "read",
            "read-working",
            "audit");

    static final List<String> ROLES =
            List.of("anonymous", "partner", "syndicator", "site-admin", "reporter", "editor", "chief-editor");

    static final List<String> STATES = states();

    private static final String OTHER = "other";

    private static final List<Cell> CELLS = read();

    /** What an operation is answered, and where it leads: empty where it leads nowhere. */
    record Cell(String operation, String state, String role, int status, String after) {

        boolean isDone() {
            return status == 200 && !after.isEmpty();
        }

        boolean isMove() {
            return isDone() && !after.equals("nothing");
        }

        /** The state that the article is in afterwards. */
        String stateAfter() {
            if (!isMove() || after.equals("same")) {
                return state;
            }
            return after.startsWith("~") ? onItsWay() + after.substring(1) : after;
        }

        private String onItsWay() {
            return state.contains("-new-") ? state.substring(0, state.indexOf("-new-") + "-new-".length()) : "";
        }

        @Override
        public String toString() {
            return role + ": " + operation + " what is " + state + " → " + status + " " + after;
        }
    }

    /** Who reviews what at which stage, after what they have had to do with it. */
    record Person(String role, String before, int stage, int status, String problem) {}

    private DeskTable() {}

    private static List<String> states() {
        List<String> ways = List.of("draft", "in-review-1", "in-review-2", "in-review-3", "approved", "scheduled");
        List<String> states = new ArrayList<>(ways);
        for (String readers : List.of("published", "withdrawn")) {
            states.add(readers);
            ways.forEach(way -> states.add(readers + "-new-" + way));
            for (int stage = 1; stage <= 3; stage++) {
                states.add(readers + "-late-" + stage);
            }
        }
        return List.copyOf(states);
    }

    static List<Cell> cells() {
        return CELLS;
    }

    private static List<Cell> read() {
        List<CSVRecord> lines = lines("desk-rules.csv");
        return lines.stream()
                .flatMap(line -> statesOf(line, lines)
                        .flatMap(state ->
                                ROLES.stream().map(role -> cell(line.get("operation"), state, role, line.get(role)))))
                .toList();
    }

    private static Stream<String> statesOf(CSVRecord line, List<CSVRecord> lines) {
        if (!line.get("states").equals(OTHER)) {
            return named(line.get("states"));
        }
        Set<String> elsewhere = lines.stream()
                .filter(another -> another.get("operation").equals(line.get("operation")))
                .flatMap(another -> named(another.get("states")))
                .collect(Collectors.toSet());
        return STATES.stream().filter(state -> !elsewhere.contains(state));
    }

    private static Stream<String> named(String pattern) {
        Pattern name = Pattern.compile(pattern.replace("*", ".*"));
        return STATES.stream().filter(state -> name.matcher(state).matches());
    }

    private static Cell cell(String operation, String state, String role, String text) {
        String[] words = text.split(" ", 2);
        return new Cell(operation, state, role, Integer.parseInt(words[0]), words.length == 1 ? "" : words[1]);
    }

    static Stream<Person> persons() {
        return lines("desk-persons.csv").stream()
                .flatMap(line -> Stream.of(1, 2, 3).map(stage -> {
                    String[] words = line.get("in-review-" + stage).split(" ", 2);
                    return new Person(
                            line.get("role"),
                            line.get("before"),
                            stage,
                            Integer.parseInt(words[0]),
                            words.length == 1 ? "" : words[1]);
                }));
    }

    static List<CSVRecord> lines(String file) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setCommentMarker('#')
                .setTrim(true)
                .get();
        try (CSVParser parser = format.parse(Files.newBufferedReader(docs().resolve(file)))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException("docs/" + file + " cannot be read", e);
        }
    }

    /** Maven runs in the module, an editor may run in the root. */
    static Path docs() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("docs/desk-rules.csv")) ? here.resolve("docs") : here.resolveSibling("docs");
    }
}
