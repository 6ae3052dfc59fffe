// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongmei.test.Deployments;
import org.rongmei.test.Http;
import org.rongmei.test.Reviewers;

/** Search, from the publication to the withdrawal. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SearchIT {

    private static final Duration A_MOMENT = Duration.ofSeconds(15);

    @Deployment(testable = false)
    static WebArchive service() {
        return Deployments.service("article-service", "content");
    }

    private final Http anybody = Http.at("http://localhost:" + System.getProperty("rongmei.it.port") + "/content");
    private final Http reporter = anybody.as("reporter");
    private final Http chief = anybody.as("chief-editor");
    private String section;

    @BeforeEach
    void openSection() {
        section = "f" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(chief.put("/sections/" + section, "{\"name\":\"新闻\"}").status())
                .isEqualTo(201);
    }

    @Test
    void publishedArticleIsFoundAndAWithdrawnOneIsGone() {
        String word = word();
        String path = draft("梯田里的" + word, "<p>本报讯(记者张泽青)" + word + "的稻谷<b>晒满</b>了场院。</p>");
        assertThat(find(word)).isEmpty();
        publish(path, "{\"at\":\"2020-05-01T00:00:00Z\",\"reason\":\"补录\"}");

        await().atMost(A_MOMENT).untilAsserted(() -> assertThat(find(word)).hasSize(1));
        JsonObject hit = find(word).get(0);
        assertThat(hit.getString("title")).isEqualTo("梯田里的" + word);
        assertThat(hit.getJsonObject("highlight").getString("title")).isEqualTo("梯田里的<mark>" + word + "</mark>");
        assertThat(hit.getJsonObject("highlight").getString("text")).isEqualTo("<mark>" + word + "</mark>的稻谷晒满了场院。");
        assertThat(hit).doesNotContainKey("body");
        assertThat(find(word, "&since=2020-05-01T00:00:00Z&until=2020-05-01T00:00:01Z"))
                .hasSize(1);
        assertThat(find(word, "&until=2020-05-01T00:00:00Z")).isEmpty();
        assertThat(find("张泽青", "&section=" + section)).hasSize(1);

        chief.with("If-Match", "*").delete(path + "/publication", "{\"reason\":\"有误\"}");

        assertThat(find(word)).isEmpty();
        assertThat(reporter.get("/search?q=" + word).json().getJsonArray("items"))
                .isEmpty();
    }

    @Test
    void hiddenSectionIsNotSearchedUntilItIsShownAgain() {
        String word = word();
        publish(draft(word, ""), "{}");
        await().atMost(A_MOMENT).untilAsserted(() -> assertThat(find(word)).hasSize(1));

        hide(true);
        assertThat(find(word)).isEmpty();
        assertThat(find(word, "&section=" + section)).isEmpty();

        hide(false);
        assertThat(find(word)).hasSize(1);
    }

    @Test
    void revisedArticleIsFoundByItsNewWordsOnly() {
        String before = word();
        String after = word();
        String path = draft(before, "");
        publish(path, "{}");
        await().atMost(A_MOMENT).untilAsserted(() -> assertThat(find(before)).hasSize(1));

        Reviewers.replace(anybody, path, "{\"section\":\"%s\",\"title\":\"%s\"}".formatted(section, after));

        await().atMost(A_MOMENT).untilAsserted(() -> {
            assertThat(find(after)).hasSize(1);
            assertThat(find(before)).isEmpty();
        });
    }

    @Test
    void pagesLeadFromOneToTheNext() {
        String word = word();
        for (int number = 0; number < 5; number++) {
            publish(draft(word + " " + number, ""), "{}");
        }
        await().atMost(A_MOMENT).untilAsserted(() -> assertThat(find(word)).hasSize(5));
        List<String> titles = new ArrayList<>();
        String next = "/content/search?q=" + word + "&limit=2&section=" + section;
        while (next != null) {
            JsonObject page = anybody.get(next.substring("/content".length())).json();
            page.getJsonArray("items").getValuesAs(JsonObject.class).forEach(hit -> titles.add(hit.getString("title")));
            next = page.isNull("next") ? null : page.getString("next");
        }

        assertThat(titles).containsExactlyInAnyOrder(word + " 0", word + " 1", word + " 2", word + " 3", word + " 4");
    }

    @Test
    void searchThatFindsTheSameIsNotSentAgain() {
        Http.Answer first = anybody.get("/search?q=" + word());

        assertThat(first.json().getJsonArray("items")).isEmpty();
        assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=0, s-maxage=1");
        assertThat(anybody.with("If-None-Match", first.header("ETag"))
                        .get("/search?q=" + word())
                        .status())
                .isEqualTo(304);
    }

    /** Of letters and digits: one word, and nobody else's. */
    private static String word() {
        return "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private String draft(String title, String body) {
        Http.Answer drafted = reporter.post(
                "/articles", "{\"section\":\"%s\",\"title\":\"%s\",\"body\":\"%s\"}".formatted(section, title, body));
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        return drafted.header("Location").substring("/content".length());
    }

    private void publish(String path, String how) {
        Reviewers.publish(anybody, path, how);
    }

    private void hide(boolean hidden) {
        assertThat(chief.with("If-Match", "*")
                        .put("/sections/" + section, "{\"name\":\"新闻\",\"hidden\":" + hidden + "}")
                        .status())
                .isEqualTo(200);
    }

    private List<JsonObject> find(String text) {
        return find(text, "");
    }

    private List<JsonObject> find(String text, String more) {
        Http.Answer found = anybody.get("/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + more);
        assertThat(found.status()).as(found.body()).isEqualTo(200);
        return found.json().getJsonArray("items").getValuesAs(JsonObject.class);
    }
}
