// SPDX-License-Identifier: Apache-2.0
package org.rongmei.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A rule that nothing can break keeps nothing: each one finds the violation that was planted for it. */
class HouseRulesTest {

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("org.rongmei.planted");
    private static final Map<String, String> VIOLATIONS = Map.ofEntries(
            Map.entry("no class of one service in another", "UsesForeignBerry"),
            Map.entry("no cycles between features", "OneBerry"),
            Map.entry("ROME stays in the feed writers", "FeedsByRome"),
            Map.entry("the entity manager stays in collections", "KeepsEntityManager"),
            Map.entry("entities are not in a resource's signature", "ShowsBerry"),
            Map.entry("time comes from the clock", "ReadsTheWallClock"),
            Map.entry("transactions are the use cases' business", "ShowsBerry"),
            Map.entry("no implementation types", "KnowsItsImplementation"),
            Map.entry("nothing is printed", "PrintsLoudly"),
            Map.entry("no layer packages", "Anything"),
            Map.entry("no names that say nothing", "BerryManager"));

    @TestFactory
    Stream<DynamicTest> everyRuleFindsWhatWasPlantedForIt() {
        Map<String, ArchRule> rules = HouseRules.forService("org.rongmei.planted");

        return rules.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> {
                    var report =
                            rule.getValue().evaluate(PLANTED).getFailureReport().toString();

                    assertThat(VIOLATIONS).containsKey(rule.getKey());
                    assertThat(report).contains(VIOLATIONS.get(rule.getKey()));
                }));
    }
}
