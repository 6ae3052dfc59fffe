// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongmei.test.TestPostgres;

/** The same journey through four servers on PostgreSQL, by configuration alone. */
class SeparateServersJourneyIT {

    @TempDir
    Path data;

    @Test
    void publishedArticleReachesTheFeedsThePageAndTheList() {
        Map<String, String> environment = new HashMap<>();
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
        }
    }
}
