// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicensingTest {

    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "互联网新闻信息采编发布服务, 2027-01-01T00:00:00Z, true, true",
        "互联网新闻信息转载服务, 2027-01-01T00:00:00Z, false, true",
        "互联网新闻信息传播平台服务, 2027-01-01T00:00:00Z, false, false",
        "互联网新闻信息采编发布服务, 2026-11-25T00:00:01Z, true, true",
        "互联网新闻信息采编发布服务, 2026-11-25T00:00:00Z, false, false",
    })
    void licenceCoversItsKindsOfServiceUntilItEnds(
            String category, Instant validTo, boolean originals, boolean reprints) {
        Licence licence = new Licence("37120210001", List.of(category), validTo);

        assertThat(licence.objection(false, NOW).isEmpty()).isEqualTo(originals);
        assertThat(licence.objection(true, NOW).isEmpty()).isEqualTo(reprints);
    }

    @Test
    void whatIsNotKnownIsAnObjection() {
        assertThat(Licence.NONE.objection(false, NOW)).isPresent();
        assertThat(new Licence("37120210001", List.of("采编发布"), null).objection(false, NOW))
                .isPresent();
    }

    @Test
    void registerIsReadForTheLicence() {
        assertThat(Licensing.licence("""
                        {"identifiers":[{"kind":"icp-record","number":"1"},
                        {"kind":"news-licence","number":"37120210001","categories":["甲"],"validTo":"2027-01-01T00:00:00Z"}]}
                        """))
                .isEqualTo(new Licence("37120210001", List.of("甲"), Instant.parse("2027-01-01T00:00:00Z")));
        assertThat(Licensing.licence("{\"identifiers\":[{\"kind\":\"news-licence\"}]}"))
                .isEqualTo(Licence.NONE);
        assertThat(Licensing.licence("{\"identifiers\":[]}")).isEqualTo(Licence.NONE);
        assertThatThrownBy(() -> Licensing.licence("<html>")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> Licensing.licence("{}")).isInstanceOf(RuntimeException.class);
    }
}
