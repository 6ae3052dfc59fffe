// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rongmei.test.Deployments;
import org.rongmei.test.Http;

/** The rules of the desk, cell by cell: {@code docs/desk-rules.csv} and {@code docs/desk-persons.csv}. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DeskRulesIT {

    private static final String PROBLEM = "urn:rongmei:problem:";

    private static final List<String> EDITORS = List.of("editor", "editor2", "editor3");
    private static final List<String> CHIEFS = List.of("chief-editor", "chief-editor2");

    /** None of them is the account of a column of the table. */
    private static final List<String> OTHERS = List.of("editor2", "editor3", "chief-editor2");

    /** As a 409 names them. */
    private static final Map<String, String> MOVES = Map.of(
            "edit", "edit",
            "submit", "submit",
            "take-back", "take back",
            "approve", "review",
            "publish", "publish",
            "schedule", "schedule",
            "emergency", "publish in an emergency",
            "withdraw", "withdraw",
            "correct", "correct");

    /** An article in each state, for what leaves it there. */
    private static final Map<String, Kept> KEPT = new HashMap<>();

    private record Kept(String path, DeskDrill.Standing standing) {}

    private static String section = "";

    @Deployment(testable = false)
    static WebArchive service() {
        return Deployments.service("article-service", "content");
    }

    static Stream<Arguments> cells() {
        Map<String, List<DeskTable.Cell>> byOperationAndState = DeskTable.cells().stream()
                .collect(Collectors.groupingBy(
                        cell -> cell.operation() + " what is " + cell.state(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byOperationAndState.entrySet().stream().map(cells -> Arguments.of(cells.getKey(), cells.getValue()));
    }

    /** Each account with a first version; one of each role with a new version and after an emergency. */
    static Stream<Arguments> persons() {
        return DeskTable.persons().flatMap(person -> {
            List<String> logins = person.role().equals("editor") ? EDITORS : CHIEFS;
            return Stream.concat(
                    logins.stream().map(login -> Arguments.of(person, login, "in-review-" + person.stage())),
                    Stream.of("published-new-in-review-", "published-late-")
                            .map(state -> Arguments.of(person, logins.get(0), state + person.stage())));
        });
    }

    private final Http anybody = Http.at("http://localhost:" + System.getProperty("rongmei.it.port") + "/content");

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void everyCellOfTheTableHolds(String what, List<DeskTable.Cell> cells) {
        DeskDrill drill = drill();
        SoftAssertions softly = new SoftAssertions();

        for (DeskTable.Cell cell : cells) {
            if (cell.isMove()) {
                move(drill, cell, softly);
            }
        }
        leave(drill, cells.stream().filter(cell -> !cell.isMove()).toList(), softly);

        softly.assertAll();
    }

    private static void move(DeskDrill drill, DeskTable.Cell cell, SoftAssertions softly) {
        String path = drill.bring(cell.state(), "reporter", OTHERS);

        Http.Answer answer = drill.perform(cell.operation(), path, cell.role());

        softly.assertThat(answer.status()).as("%s: %s", cell, answer.body()).isEqualTo(cell.status());
        softly.assertThat(drill.standing(path).state()).as("%s", cell).isEqualTo(cell.stateAfter());
    }

    /** What changes nothing: all of it is done with one article, which is there as before in the end. */
    private static void leave(DeskDrill drill, List<DeskTable.Cell> cells, SoftAssertions softly) {
        if (cells.isEmpty()) {
            return;
        }
        String state = cells.get(0).state();
        Kept kept = KEPT.computeIfAbsent(state, name -> keep(drill, name));
        softly.assertThat(kept.standing().state()).isEqualTo(state);

        for (DeskTable.Cell cell : cells) {
            Http.Answer answer = drill.perform(cell.operation(), kept.path(), cell.role());
            softly.assertThat(answer.status()).as("%s: %s", cell, answer.body()).isEqualTo(cell.status());
            if (answer.status() == 409) {
                assertNamesTheMoves(cell, answer.json(), softly);
            }
        }

        DeskDrill.Standing after = drill.standing(kept.path());
        softly.assertThat(after).as("after all of %s", cells).isEqualTo(kept.standing());
        if (!after.equals(kept.standing())) {
            KEPT.remove(state);
        }
    }

    private static Kept keep(DeskDrill drill, String state) {
        String path = drill.bring(state, "reporter", OTHERS);
        return new Kept(path, drill.standing(path));
    }

    /** No more and no less than what a chief-editor could do instead: somebody may take the 409 at its word. */
    private static void assertNamesTheMoves(DeskTable.Cell refused, JsonObject problem, SoftAssertions softly) {
        JsonObject error = problem.getJsonArray("errors").getJsonObject(0);
        softly.assertThat(problem.getString("type")).isEqualTo(PROBLEM + "illegal-move");
        softly.assertThat(error.getString("field")).isEqualTo("state");
        Set<String> named = Arrays.stream(error.getString("message")
                        .replaceAll("^Possible: |\\.$", "")
                        .split(", "))
                .collect(Collectors.toSet());
        Set<String> possible = DeskTable.cells().stream()
                .filter(cell -> cell.state().equals(refused.state())
                        && cell.role().equals("chief-editor")
                        && MOVES.containsKey(cell.operation())
                        && cell.isMove())
                .map(cell -> isCancelling(cell) ? "cancel the schedule" : MOVES.get(cell.operation()))
                .collect(Collectors.toSet());
        softly.assertThat(named).as("%s", refused).isEqualTo(possible);
    }

    private static boolean isCancelling(DeskTable.Cell cell) {
        return cell.operation().equals("withdraw") && !cell.state().startsWith("published");
    }

    @ParameterizedTest(name = "{1} on {2}: {0}")
    @MethodSource("persons")
    void everyPersonReviewsWhatIsOthersAndOneStageOfIt(DeskTable.Person person, String login, String state) {
        DeskDrill drill = drill();
        List<String> others = Stream.concat(
                        EDITORS.stream().filter(editor -> !editor.equals(login)).limit(2),
                        CHIEFS.stream().filter(chief -> !chief.equals(login)).limit(1))
                .toList();
        String path = handled(drill, person, login, state, others);
        DeskDrill.Standing before = drill.standing(path);
        assertThat(before.state()).isEqualTo(state);

        if (person.status() != 200) {
            assertIs(person, drill.perform("return", path, login));
            assertIs(person, drill.perform("approve", path, login));
            assertThat(drill.standing(path)).isEqualTo(before);
            return;
        }
        if (state.startsWith("in-review-")) {
            assertIs(person, drill.perform("return", path, login));
            assertThat(drill.standing(path).state()).isEqualTo("draft");
            drill.forward(path, state, others);
        }
        assertIs(person, drill.perform("approve", path, login));
        assertThat(drill.standing(path).state()).isEqualTo(after("approve", state));
    }

    /** An article in the state, after the person has had to do with it (with its first version) what the table says. */
    private static String handled(
            DeskDrill drill, DeskTable.Person person, String login, String state, List<String> others) {
        String path = drill.draft(person.before().equals("wrote") ? login : "reporter");
        List<String> reviewers = new ArrayList<>(others);
        if (person.before().equals("changed")) {
            drill.after(path, "edit", login);
        }
        if (person.before().startsWith("reviewed-")) {
            int stage = Integer.parseInt(person.before().substring("reviewed-".length()));
            if (stage < person.stage() || state.startsWith("published-new-")) {
                reviewers.set(stage - 1, login);
            } else {
                drill.forward(path, "in-review-" + stage, others);
                drill.after(path, "return", login);
            }
        }
        if (state.startsWith("published-new-")) {
            drill.forward(path, "approved", reviewers);
            drill.after(path, "publish", "chief-editor");
            drill.after(path, "edit", "reporter");
            return drill.forward(path, "in-review-" + person.stage(), others);
        }
        drill.forward(path, "in-review-" + person.stage(), reviewers);
        return state.startsWith("published-late-") ? drill.after(path, "emergency", "chief-editor") : path;
    }

    private static void assertIs(DeskTable.Person person, Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(person.status());
        if (answer.status() != 200) {
            assertThat(answer.json().getString("type")).isEqualTo(PROBLEM + person.problem());
        }
    }

    private static String after(String operation, String state) {
        return DeskTable.cells().stream()
                .filter(cell -> cell.operation().equals(operation)
                        && cell.state().equals(state)
                        && cell.role().equals("chief-editor"))
                .findFirst()
                .orElseThrow()
                .stateAfter();
    }

    private DeskDrill drill() {
        if (section.isEmpty()) {
            section = "r" + UUID.randomUUID().toString().substring(0, 8);
            assertThat(anybody.as("chief-editor")
                            .put("/sections/" + section, "{\"name\":\"新闻\"}")
                            .status())
                    .isEqualTo(201);
        }
        return new DeskDrill(anybody, section);
    }
}
