// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.rongmei.test.Http;
import org.rongmei.test.Reviewers;

/** One article on its way through the whole suite. */
final class Slice {

    private final Suite suite;
    private final String section;

    Slice(Suite suite, String section) {
        this.suite = suite;
        this.section = section;
    }

    void openSection(String name) {
        Http.Answer opened =
                suite.content().as("chief-editor").put("/sections/" + section, "{\"name\":\"" + name + "\"}");
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    }

    /** @return the path of the article below the service */
    String draft(String title) {
        Http.Answer drafted = suite.content().as("reporter").post("/articles", """
                        {"section":"%s","title":"%s","subtitle":"——一条完整的路","body":"<p>　　本报讯（记者田穗）头一段。</p>"}
                        """.formatted(section, title));
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        return drafted.header("Location").substring("/content".length());
    }

    String publish(String title) {
        String path = draft(title);
        Reviewers.publish(suite.content(), path, "{}");
        return path;
    }

    void withdraw(String path) {
        Http.Answer withdrawn = suite.content()
                .as("chief-editor")
                .with("If-Match", "*")
                .delete(path + "/publication", "{\"reason\":\"核实\"}");
        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
    }

    void awaitInFeeds(String title) {
        for (String format : new String[] {"rss.xml", "atom.xml", "feed.json"}) {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(suite.feeds()
                                .get("/sections/" + section + "/" + format)
                                .body())
                        .contains(title);
                assertThat(suite.feeds().get("/" + format).body()).contains(title);
            });
        }
    }

    void awaitNotInFeeds(String title) {
        for (String format : new String[] {"rss.xml", "atom.xml", "feed.json"}) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(suite.feeds()
                                    .get("/sections/" + section + "/" + format)
                                    .body())
                            .doesNotContain(title));
        }
    }

    void requireConditionalFeed() {
        Http.Answer feed = suite.feeds().get("/sections/" + section + "/rss.xml");
        assertThat(suite.feeds()
                        .with("If-None-Match", feed.header("ETag"))
                        .get("/sections/" + section + "/rss.xml")
                        .status())
                .isEqualTo(304);
    }

    void requireOnTheSite(String path, String title, String sectionName, String footer) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            String page = suite.site().get(path).body();
            assertThat(page)
                    .contains("<h1>" + title + "</h1>")
                    .contains("——一条完整的路")
                    .contains("本报讯（记者田穗）")
                    .contains(">" + sectionName + "</a>")
                    .contains(footer);
            assertThat(suite.site().get("/" + section + "/").body()).contains(title);
        });
    }

    boolean isInList(String title) {
        return suite
                .content()
                .get("/articles?section=" + section)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .anyMatch(item -> item.getString("title").equals(title));
    }
}
