// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How many facts of footers are read, field by field: precision and recall. */
final class Score {

    /** Of one field: facts in the footers, facts read, and those that are both. */
    record Count(int said, int read, int right) {

        double precision() {
            return read == 0 ? (said == 0 ? 1 : 0) : (double) right / read;
        }

        double recall() {
            return said == 0 ? 1 : (double) right / said;
        }

        Count plus(Count other) {
            return new Count(said + other.said, read + other.read, right + other.right);
        }
    }

    private final Map<String, Count> fields = new TreeMap<>();
    private final List<String> mistakes = new ArrayList<>();

    static Score of(Collection<SampleFooter> footers) {
        Score score = new Score();
        footers.forEach(score::add);
        return score;
    }

    private void add(SampleFooter footer) {
        List<String> missing = new ArrayList<>(footer.facts());
        for (String fact : SampleFooter.facts(footer.read().register())) {
            boolean right = missing.remove(fact);
            count(fact, new Count(right ? 1 : 0, 1, right ? 1 : 0));
            if (!right) {
                mistakes.add(footer + ": not said: " + fact);
            }
        }
        missing.forEach(fact -> {
            count(fact, new Count(1, 0, 0));
            mistakes.add(footer + ": not read: " + fact);
        });
    }

    private void count(String fact, Count count) {
        fields.merge(fact.substring(0, fact.indexOf(" = ")), count, Count::plus);
    }

    Map<String, Count> fields() {
        return fields;
    }

    List<String> mistakes() {
        return mistakes;
    }

    Count all() {
        return fields.values().stream().reduce(new Count(0, 0, 0), Count::plus);
    }

    String table() {
        StringBuilder table =
                new StringBuilder("| field | said | read | right | precision | recall |\n|---|---|---|---|---|---|\n");
        fields.forEach((field, count) -> table.append(row("`" + field + "`", count)));
        return table.append(row("all", all())).toString();
    }

    private static String row(String field, Count count) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %.3f | %.3f |%n",
                field,
                count.said(),
                count.read(),
                count.right(),
                count.precision(),
                count.recall());
    }
}
