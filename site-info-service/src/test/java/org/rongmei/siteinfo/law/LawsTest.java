// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rongmei.siteinfo.Finding;

class LawsTest {

    @Test
    void noFindingHasTwoVersionsInForceOnOneDay() {
        List<String> findings = Laws.versions().stream()
                .flatMap(version -> version.findings().stream())
                .distinct()
                .toList();
        List<LocalDate> days = Laws.versions().stream()
                .flatMap(version -> Stream.of(version.from(), version.from().minusDays(1)))
                .toList();

        assertThat(findings)
                .allSatisfy(finding -> assertThat(days)
                        .allSatisfy(day -> assertThat(Laws.versions())
                                .filteredOn(version -> version.findings().contains(finding) && version.isInForce(day))
                                .hasSizeLessThanOrEqualTo(1)));
    }

    @Test
    void findingThatStandsInNoLawStaysAsItIs() {
        Finding finding = Finding.warning("USCC_DIVISION_UNKNOWN", "甲", "a");

        assertThat(Laws.cite(finding, Instant.EPOCH)).contains(finding);
    }

    @Test
    void penaltyIsSaidInBothLanguages() {
        assertThat(Laws.versions())
                .extracting(Laws.Version::penalty)
                .filteredOn(penalty -> penalty != null)
                .isNotEmpty()
                .allSatisfy(penalty -> {
                    assertThat(penalty.chinese()).startsWith("第");
                    assertThat(penalty.english()).startsWith("Art. ");
                });
    }
}
