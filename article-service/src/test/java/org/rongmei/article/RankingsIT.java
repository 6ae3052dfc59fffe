// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongmei.article.media.Samples;
import org.rongmei.test.Deployments;
import org.rongmei.test.Http;
import org.rongmei.test.Reviewers;

/** Who reads what, from the reading to the ranking. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RankingsIT {

    private static final Duration WRITTEN_DOWN_AND_ADDED_UP = Duration.ofSeconds(40);

    @Deployment(testable = false)
    static WebArchive service() {
        return Deployments.service("article-service", "content");
    }

    private final Http anybody = Http.at("http://localhost:" + System.getProperty("rongmei.it.port") + "/content");
    private final Http reporter = anybody.as("reporter");
    private final Http chief = anybody.as("chief-editor");
    private String section;

    @BeforeEach
    void openSections() {
        section = "r" + UUID.randomUUID().toString().substring(0, 8);
        for (String path : List.of(section, section + "/towns", section + "/archived")) {
            assertThat(chief.put("/sections/" + path, "{\"name\":\"新闻\"}").status())
                    .isEqualTo(201);
        }
    }

    @Test
    void mostReadComeFirstAndWhatMustNotRankDoesNot() {
        String picture = reporter.upload("/media", Map.of("file", Samples.opaque(300, 200, "png"), "alt", "梯田"))
                .json()
                .getString("id");
        String often = published("", "常读", "");
        String below = published("/towns", "镇街", ",\"images\":[{\"id\":\"" + picture + "\"}]");
        String once = published("", "读过一次", "");
        String minors = published("", "涉未成年人", ",\"flags\":{\"minorSensitive\":true}");
        String advertorial = published("", "软文", ",\"kind\":\"advertorial\"");
        String hidden = published("/archived", "藏起来的", "");
        String withdrawn = published("", "撤下的", "");
        read(often, 4);
        read(below, 3);
        read(once, 1);
        List.of(minors, advertorial, hidden, withdrawn).forEach(article -> read(article, 9));
        hide(section + "/archived");

        await().atMost(WRITTEN_DOWN_AND_ADDED_UP)
                .untilAsserted(() ->
                        assertThat(titles("most-read?section=" + section)).containsExactly("撤下的", "常读", "镇街", "读过一次"));
        assertThat(chief.with("If-Match", "*")
                        .delete(withdrawn + "/publication", "{\"reason\":\"有误\"}")
                        .status())
                .isEqualTo(200);

        for (String window : List.of("day", "week", "month")) {
            List<JsonObject> best = items("most-read?window=" + window + "&section=" + section);
            assertThat(best).extracting(item -> item.getString("title")).containsExactly("常读", "镇街", "读过一次");
            assertThat(best).extracting(item -> item.getInt("views")).containsExactly(4, 3, 1);
            assertThat(best).noneMatch(item -> item.containsKey("body"));
        }
        assertThat(titles("most-read?section=" + section + "&limit=1")).containsExactly("常读");
        assertThat(titles("most-read?section=" + section + "/towns")).containsExactly("镇街");
        await().atMost(WRITTEN_DOWN_AND_ADDED_UP)
                .untilAsserted(() -> assertThat(titles("pictures?limit=100")).contains("镇街"));
        assertThat(titles("pictures?limit=100")).doesNotContain("常读", "读过一次");
        assertThat(titles("most-read?limit=100")).contains("常读", "镇街").doesNotContain("藏起来的", "软文", "涉未成年人");
    }

    @Test
    void rankingThatDidNotChangeIsNotSentAgain() {
        Http.Answer ranking = anybody.get("/rankings/most-read?section=" + section);

        assertThat(ranking.json().isNull("next")).isTrue();
        assertThat(anybody.with("If-None-Match", ranking.header("ETag"))
                        .get("/rankings/most-read?section=" + section)
                        .status())
                .isEqualTo(304);
    }

    /** As so many people, each of whom looks twice, and a robot that looks, too. */
    private void read(String article, int people) {
        for (int person = 0; person < people; person++) {
            String browser = "Mozilla/5.0 (Windows NT 10.0) Firefox/" + (100 + person);
            for (String agent : List.of(browser, browser, "Baiduspider/" + person)) {
                assertThat(anybody.with("User-Agent", agent)
                                .post(article + "/views", "")
                                .status())
                        .isEqualTo(204);
            }
        }
    }

    private String published(String below, String title, String more) {
        Http.Answer drafted = reporter.post(
                "/articles", "{\"section\":\"%s%s\",\"title\":\"%s\"%s}".formatted(section, below, title, more));
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        String path = drafted.header("Location").substring("/content".length());
        assertThat(anybody.post(path + "/views", "").status()).isEqualTo(404);
        Reviewers.publish(anybody, path, "{}");
        return path;
    }

    private void hide(String path) {
        assertThat(chief.with("If-Match", "*")
                        .put("/sections/" + path, "{\"name\":\"旧闻\",\"hidden\":true}")
                        .status())
                .isEqualTo(200);
    }

    private List<String> titles(String ranking) {
        return items(ranking).stream().map(item -> item.getString("title")).toList();
    }

    private List<JsonObject> items(String ranking) {
        return anybody.get("/rankings/" + ranking).json().getJsonArray("items").getValuesAs(JsonObject.class);
    }
}
