// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbBuilder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongmei.siteinfo.Finding;
import org.rongmei.siteinfo.register.Register;

class RegisterCheckTest {

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
                "{'kind': 'news-licence', 'number': '3712018002'} | NEWS_LICENCE_LEGACY_ONLY",
                "{'kind': 'culture', 'number': '鲁网文〔2021〕1号'} |"
            })
    void doubtIsFound(String identifier, String ids) {
        List<Finding> findings = RegisterCheck.of(register("262200", identifier));

        assertThat(findings)
                .extracting(Finding::id)
                .containsExactlyElementsOf(ids == null ? List.of() : Arrays.asList(ids.split(",")));
        assertThat(findings).allSatisfy(finding -> assertThat(finding.excerpt()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({"262200, 0", "250000, 0", "310000, 1"})
    void postcodeOfAnotherProvinceIsFound(String postcode, int findings) {
        assertThat(RegisterCheck.of(register(postcode, "{'kind': 'icp-record', 'number': '鲁ICP备2021025553号-1'}")))
                .hasSize(findings);
    }

    private static Register register(String postcode, String identifier) {
        String json = "{'name': '诸城新闻网', 'address': {'division': '370782', 'postcode': '%s'}, 'identifiers': [%s]}"
                .formatted(postcode, identifier);
        return JsonbBuilder.create().fromJson(json.replace('\'', '"'), Register.class);
    }
}
