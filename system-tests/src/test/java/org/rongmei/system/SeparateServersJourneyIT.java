// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongmei.test.Http;
import org.rongmei.test.TestPostgres;

/** The same journey through four servers on PostgreSQL, by configuration alone. */
class SeparateServersJourneyIT {

    @TempDir
    Path data;

    @Test
    void publishedArticleReachesTheFeedsThePageAndTheList() {
        Map<String, String> environment = new HashMap<>(Map.of("RONGMEI_HTTP_PROXIES", "127.0.0.1"));
        for (String service : new String[] {"article", "feed", "siteinfo"}) {
            String prefix = "RONGMEI_" + service.toUpperCase(Locale.ROOT) + "_DB_";
            environment.put(prefix + "URL", TestPostgres.running().emptyDatabase(service + "_journey"));
            environment.put(prefix + "USER", "postgres");
        }

        try (Suite suite = Suite.separateServers(data, environment)) {
            Slice slice = new Slice(suite, "journey-separate");
            slice.openSection("分开");
            String path = slice.publish("四台服务器上的稿件");

            slice.awaitInFeeds("四台服务器上的稿件");
            slice.requireConditionalFeed();
            slice.requireOnTheSite(path, "四台服务器上的稿件", "分开", "示例站点");
            assertThat(slice.isInList("四台服务器上的稿件")).isTrue();
            readersAreWhoTheProxySaysTheyAre(suite, path);
            pagesGoOnWithoutTheServices(suite, path);
        }
    }

    /** Two people of a county often have the same browser, and behind one proxy. */
    private static void readersAreWhoTheProxySaysTheyAre(Suite suite, String path) {
        for (int reader : new int[] {1, 2, 3, 2}) {
            suite.content()
                    .with("User-Agent", "Mozilla/5.0 Firefox/120")
                    .with("X-Forwarded-For", "192.0.2." + reader)
                    .post(path + "/views", "");
        }
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(suite.content()
                                .get("/rankings/most-read?window=day&section=journey-separate")
                                .json()
                                .getJsonArray("items"))
                        .singleElement()
                        .satisfies(item ->
                                assertThat(item.asJsonObject().getInt("views")).isEqualTo(3)));
    }

    /** Feeds are no page's concern; what was read is there; what was not says so, and the footer is on all of them. */
    private static void pagesGoOnWithoutTheServices(Suite suite, String path) {
        String unread = "/articles/0123456789abc";
        assertThat(suite.site().get(unread).status()).isEqualTo(404);
        suite.kill("feed-service");
        suite.freeze("article-service");
        try {
            assertThat(suite.site().get(path).body()).contains("四台服务器上的稿件");
            for (int reader = 0; reader < 9; reader++) {
                Http.Answer away = suite.site().get(unread.replace('0', (char) ('1' + reader)));
                assertThat(away.status()).isEqualTo(503);
                assertThat(away.header("Retry-After")).isNotBlank();
                assertThat(away.body()).contains("暂时取不到内容", "主办：");
            }
            assertThat(metric(suite, "ft_circuitbreaker_opened_total", "toArticles"))
                    .as("times that a frozen service was found out")
                    .isPositive();
            assertThat(metric(suite, "ft_circuitbreaker_calls_total", "circuitBreakerOpen"))
                    .as("readers who did not wait for it")
                    .isPositive();
        } finally {
            suite.thaw("article-service");
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> suite.site().get(unread).status() == 404);
        suite.kill("site-info-service");
        Http.Answer page = suite.site().get(path);
        assertThat(page.body()).contains("四台服务器上的稿件", "主办：");
        assertThat(page.header("Set-Cookie")).as("readers get no cookie").isEmpty();
    }

    private static double metric(Suite suite, String name, String part) {
        return suite.site()
                .get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name) && line.contains("toArticles") && line.contains(part))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
