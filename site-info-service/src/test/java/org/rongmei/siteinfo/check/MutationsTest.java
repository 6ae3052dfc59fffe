// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rongmei.siteinfo.Finding;

/** The checker checked: one thing is changed in a page that is right, and exactly that is found. */
class MutationsTest {

    /** One line of {@code mutations.txt}. */
    record Mutation(String name, String from, String to, String id, String severity, String excerpt) {

        static Mutation of(String line) {
            String[] cells = Stream.of(line.split("(?<!\\\\)\\|", -1))
                    .map(cell -> cell.replace("\\|", "|").replace("⏎", "\n"))
                    .toArray(String[]::new);
            assertThat(cells).as(line).hasSize(6);
            return new Mutation(
                    cells[0].strip(),
                    // One blank at each side belongs to the table.
                    cells[1].substring(1, cells[1].length() - 1),
                    cells[2].strip(),
                    cells[3].strip(),
                    cells[4].strip(),
                    cells[5].strip());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Mutation> mutations() {
        return Pages.read("mutations.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Mutation::of);
    }

    @Test
    void pageThatIsRightGivesNoFinding() {
        assertThat(Pages.check(Pages.read("home.html"))).isEmpty();
    }

    @Test
    void thereAreAtLeastFortyMutations() {
        assertThat(mutations()).hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void exactlyWhatWasChangedIsFound(Mutation mutation) {
        String page = Pages.read("home.html");
        assertThat(page.split(Pattern.quote(mutation.from()), -1))
                .as("stands there once")
                .hasSize(2);
        String changed = page.replace(mutation.from(), mutation.to());

        List<Finding> findings = Pages.check(changed);

        assertThat(findings).extracting(Finding::id).containsExactly(mutation.id());
        Finding finding = findings.get(0);
        assertThat(finding.severity()).hasToString(mutation.severity());
        if (!mutation.excerpt().isEmpty()) {
            assertThat(finding.excerpt()).contains(mutation.excerpt());
            assertThat(finding.offset()).isNotNull();
            assertThat(changed.substring(finding.offset()))
                    .startsWith(finding.excerpt().substring(0, 1));
        }
    }
}
