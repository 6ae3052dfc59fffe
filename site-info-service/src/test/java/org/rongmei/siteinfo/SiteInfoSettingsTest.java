// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

class SiteInfoSettingsTest {

    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Field field : SiteInfoSettings.class.getDeclaredFields()) {
            ConfigProperty property = field.getAnnotation(ConfigProperty.class);
            if (property != null) {
                boolean none = property.defaultValue().equals(ConfigProperty.UNCONFIGURED_VALUE);
                settings.put(property.name(), none ? "" : property.defaultValue());
            }
        }
        return settings;
    }

    @Test
    void keysAndDefaultsStay() {
        assertThat(settings())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "rongmei.site", "",
                        "rongmei.site.url", "http://localhost:9080",
                        "rongmei.siteinfo.seed", "",
                        "rongmei.siteinfo.register", "",
                        "rongmei.siteinfo.questions.perMinute", "60",
                        "rongmei.siteinfo.checks.fetch", "false",
                        "rongmei.http.host", "127.0.0.1"));
    }

    @Test
    void everyKeyIsInTheListForAdministrators() throws IOException {
        String list = Files.readString(Path.of("../liberty-config/README.md"));

        assertThat(settings().keySet()).allSatisfy(key -> assertThat(list).contains("`" + key + "`"));
    }
}
