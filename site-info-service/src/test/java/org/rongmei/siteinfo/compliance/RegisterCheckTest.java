// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbBuilder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongmei.siteinfo.Finding;
import org.rongmei.siteinfo.register.Register;

class RegisterCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind': 'news-licence'} | NEWS_LICENCE_NUMBER_MISSING",
                "{'kind': 'news-licence', 'number': '\u00a0'} | NEWS_LICENCE_NUMBER_MISSING",
                "{'kind': 'icp-record'} | ICP_MISSING",
                "{'kind': 'psb-record'} | PSB_MISSING",
                "{'kind': 'culture'} | IDENTIFIER_NUMBER_MISSING",
                "{'kind': 'other', 'label': '审图号'} | IDENTIFIER_NUMBER_MISSING",
                "{'kind': 'icp-record', 'number': '鲁ICP备2021025553号-1'} |",
                "{'kind': 'icp-record', 'number': '湘ICP备2021025553号-1'} | REGISTER_MISMATCH",
                "{'kind': 'icp-record', 'number': '鲁ICP备2019025553号-1'} | ICP_YEAR_UNUSUAL",
                "{'kind': 'news-licence', 'number': '3712018002'} | NEWS_LICENCE_VALIDITY_MISSING,NEWS_LICENCE_LEGACY_ONLY",
                "{'kind': 'culture', 'number': '鲁网文〔2021〕1号'} |"
            })
    void doubtIsFound(String identifier, String ids) {
        List<Finding> findings = found(register("262200", identifier));

        assertThat(findings)
                .extracting(Finding::id)
                .containsExactlyElementsOf(ids == null ? List.of() : Arrays.asList(ids.split(",")));
        assertThat(findings).allSatisfy(finding -> assertThat(finding.excerpt()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({"262200, 0", "250000, 0", "310000, 1"})
    void postcodeOfAnotherProvinceIsFound(String postcode, int findings) {
        assertThat(found(register(postcode, "{'kind': 'icp-record', 'number': '鲁ICP备2021025553号-1'}")))
                .hasSize(findings);
    }

    @Test
    void whatIsMissingIsFoundWithItsLaw() {
        List<Finding> findings = RegisterCheck.of(read("{'name': '诸城新闻网'}"), NOW);

        assertThat(findings)
                .extracting(Finding::id)
                .containsExactly(
                        "ICP_MISSING",
                        "NEWS_LICENCE_NUMBER_MISSING",
                        "PSB_MISSING",
                        "REPORT_CHANNEL_MISSING",
                        "PRIVACY_POLICY_LINK_MISSING");
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.law()).isNotNull();
            assertThat(finding.fix()).isNotNull();
        });
        assertThat(findings.get(3).law()).isEqualTo(new Finding.Law("网络安全法", "第五十一条"));
        assertThat(RegisterCheck.of(read("{'name': '诸城新闻网'}"), Instant.parse("2025-12-31T15:59:59Z")))
                .extracting(Finding::law)
                .as("of that day")
                .contains(new Finding.Law("网络安全法", "第四十九条"));
    }

    @Test
    void registerWithEverythingHasNothingToBeSaid() {
        String whole = "{'name': '甲', 'identifiers': ["
                + "{'kind': 'icp-record', 'number': '鲁ICP备2021025553号-1'},"
                + "{'kind': 'psb-record', 'number': '鲁公网安备37078202000123号'},"
                + "{'kind': 'news-licence', 'number': '37120210001', 'validTo': '2028-01-31T16:00:00Z'}],"
                + "'contacts': [{'kind': 'report-phone', 'value': '0536-6062500'}, {'kind': 'privacy-url', 'value': '/privacy/'}]}";

        assertThat(RegisterCheck.of(read(whole), NOW)).isEmpty();
        assertThat(RegisterCheck.of(read(whole.replace("'name'", "'sample': true, 'name'")), NOW))
                .extracting(Finding::id)
                .containsExactly("SAMPLE_REGISTER");
    }

    /** What this test is about: not that the register lacks everything else. */
    private static List<Finding> found(Register register) {
        List<Finding> lacking = RegisterCheck.of(read("{'name': '诸城新闻网'}"), NOW);
        return RegisterCheck.of(register, NOW).stream()
                .filter(finding -> !lacking.contains(finding))
                .toList();
    }

    private static Register read(String json) {
        return JsonbBuilder.create().fromJson(json.replace('\'', '"'), Register.class);
    }

    private static Register register(String postcode, String identifier) {
        String json = "{'name': '诸城新闻网', 'address': {'division': '370782', 'postcode': '%s'}, 'identifiers': [%s]}"
                .formatted(postcode, identifier);
        return read(json);
    }
}
