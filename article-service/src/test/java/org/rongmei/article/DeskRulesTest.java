// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of the desk's rules are whole, and what {@code docs/desk-rules.md} says of the code is there. */
class DeskRulesTest {

    @Test
    void everyOperationIsInTheTableForEachStateAndRoleOnce() {
        Set<String> cells = new HashSet<>();

        DeskTable.cells()
                .forEach(cell -> assertThat(cells.add(cell.operation() + " " + cell.state() + " " + cell.role()))
                        .as("%s is there twice", cell)
                        .isTrue());

        for (String operation : DeskTable.OPERATIONS) {
            for (String state : DeskTable.STATES) {
                DeskTable.ROLES.forEach(role -> assertThat(cells).contains(operation + " " + state + " " + role));
            }
        }
        assertThat(cells).hasSize(DeskTable.OPERATIONS.size() * DeskTable.STATES.size() * DeskTable.ROLES.size());
    }

    @Test
    void everyCellLeadsToAStateOfTheTable() {
        assertThat(DeskTable.cells())
                .allSatisfy(cell -> assertThat(DeskTable.STATES).contains(cell.stateAfter()));
    }

    @Test
    void everyLineNamesItsLawOrTheHouse() {
        assertThat(DeskTable.lines("desk-rules.csv"))
                .allSatisfy(line -> assertThat(line.get("law")).containsPattern("三审三校|管理规定 第|管理办法 第|house rule"));
        assertThat(DeskTable.lines("desk-persons.csv"))
                .allSatisfy(line -> assertThat(line.get("law")).containsPattern("三审三校|管理规定 第"));
    }

    @Test
    void everyRuleNamesItsLawItsClassAndItsTest() throws IOException {
        List<String[]> rules = Files.readAllLines(DeskTable.docs().resolve("desk-rules.md")).stream()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(line -> line.substring(2).split("\\s*\\|\\s*"))
                .toList();

        assertThat(rules).hasSizeGreaterThan(20).allSatisfy(rule -> {
            assertThat(rule).hasSize(4);
            assertThat(rule[0]).endsWith(".");
            assertThat(rule[1]).containsPattern("三审三校|第.{1,3}条|house");
            assertThat(rule[2]).matches("`\\w+`(, `\\w+`)?");
            for (String name : rule[2].replace("`", "").split(", ")) {
                assertThat(source("main", name)).isNotEmpty();
            }
            MatchResult test = Pattern.compile("`(\\w+)\\.(\\w+)`")
                    .matcher(rule[3])
                    .results()
                    .findFirst()
                    .orElseThrow();
            assertThat(source("test", test.group(1))).contains("void " + test.group(2) + "(");
        });
    }

    private static String source(String of, String name) throws IOException {
        for (String module : List.of("article-service", "system-tests")) {
            Path sources =
                    DeskTable.docs().resolveSibling(module).resolve("src").resolve(of);
            Optional<Path> found = Files.isDirectory(sources) ? find(sources, name) : Optional.empty();
            if (found.isPresent()) {
                return Files.readString(found.get());
            }
        }
        throw new AssertionError("There is no class " + name);
    }

    private static Optional<Path> find(Path sources, String name) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.endsWith(name + ".java")).findFirst();
        }
    }
}
