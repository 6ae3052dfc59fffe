// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicQueryTest {

    @ParameterizedTest
    @ValueSource(strings = {"icp-record", "icp-app", "icp-mini-program"})
    void filingLinksToTheMinistry(String kind) {
        assertThat(PublicQuery.of(kind, "湘ICP备20012345号-1")).hasToString("https://beian.miit.gov.cn/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"湘公网安备 43080202000123号", "43080202000123", "湘公网安备43080202000123"})
    void filingWithThePoliceLinksToItsFourteenDigits(String number) {
        assertThat(PublicQuery.of("psb-record", number))
                .hasToString("https://beian.mps.gov.cn/#/query/webSearch?code=43080202000123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"湘公网安备号", "4308020200012", "430802020001234"})
    void numberOfAnotherLengthLinksToNobody(String number) {
        assertThat(PublicQuery.of("psb-record", number)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"news-licence, 43120200001", "uscc, 12430800MB0000000X", "other, 1"})
    void whatNobodyCanLookUpHasNoLink(String kind, String number) {
        assertThat(PublicQuery.of(kind, number)).isNull();
    }

    @Test
    void withoutNumberThereIsNothingToLookUp() {
        assertThat(PublicQuery.of("icp-record", null)).isNull();
        assertThat(PublicQuery.of("icp-record", " ")).isNull();
    }
}
