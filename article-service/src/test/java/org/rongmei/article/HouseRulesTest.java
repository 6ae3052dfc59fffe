// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rongmei.test.HouseRules;

class HouseRulesTest {

    @TestFactory
    Stream<DynamicTest> everyRuleOfTheHouseIsKept() {
        JavaClasses classes = HouseRules.of("org.rongmei.article");

        return HouseRules.forService("org.rongmei.article").entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(classes)));
    }
}
