// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongmei.test.Http;
import org.rongmei.test.Reviewers;

/** Who we are and by which licence: on every page, soon after it has changed, and also when nobody can be asked. */
class FooterJourneyIT {

    /** Longer than any page or footer is kept without asking. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(40);

    /** As an administrator sets it where there is no file: another site of the centre. And no news without a licence. */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "RONGMEI_ARTICLE_LICENCE_GATE",
            "refuse",
            "RONGMEI_SITEINFO_REGISTER",
            "{\"site\":\"radio\",\"name\":\"青岚广播\",\"sample\":true,\"hosts\":[\"广播.example\"]}");

    @TempDir
    Path data;

    @Test
    void changeCountsWithinAMinuteAndStaysWhenTheServiceIsKilled() {
        try (Suite suite = Suite.separateServers(data, ENVIRONMENT)) {
            assertThat(suite.siteInfo()
                            .get("/by-host/%E5%B9%BF%E6%92%AD.EXAMPLE:8443")
                            .body())
                    .contains("\"radio\"", "青岚广播");
            Slice slice = new Slice(suite, "journey-footer");
            slice.openSection("页脚");
            String article = slice.publish("每一页都有页脚");
            List<String> pages = List.of("/", "/news/", "/journey-footer/", article, "/subscribe/", "/nowhere");
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> requireOnAll(suite, pages, "岚江路66号"));

            Http.Answer register = suite.siteInfo().get("/sites/sample");
            Http.Answer changed = suite.siteInfo()
                    .as("site-admin")
                    .with("If-Match", register.header("ETag"))
                    .put(
                            "/sites/sample",
                            register.body()
                                    .replace("岚江路66号", "岚江路88号")
                                    .replace("2028-11-30T00:00:00Z", "2025-12-31T00:00:00Z"));
            assertThat(changed.status()).as(changed.body()).isEqualTo(200);

            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> requireOnAll(suite, pages, "岚江路88号"));

            String unlicensed = slice.draft("许可证过期以后");
            Reviewers.approve(suite.content(), unlicensed);
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                Http.Answer refused = publish(suite, unlicensed, "{}");
                assertThat(refused.body()).contains("publication-gate", "许可证届时已经过期");
            });

            suite.kill("site-info-service");

            assertThatThrownBy(() -> suite.siteInfo().get("/sites/sample")).isInstanceOf(UncheckedIOException.class);
            await().during(LONG_ENOUGH)
                    .atMost(LONG_ENOUGH.plusSeconds(20))
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> requireOnAll(suite, pages, "岚江路88号"));
            assertThat(publish(suite, unlicensed, "{}").status())
                    .as("a service that is away keeps nobody from publishing")
                    .isEqualTo(200);
        }
    }

    private static Http.Answer publish(Suite suite, String path, String how) {
        return suite.content().as("chief-editor").with("If-Match", "*").put(path + "/publication", how);
    }

    private static void requireOnAll(Suite suite, List<String> pages, String text) {
        for (String page : pages) {
            assertThat(suite.site().get(page).body())
                    .as(page)
                    .contains("class=\"imprint\"")
                    .contains(text);
        }
    }
}
