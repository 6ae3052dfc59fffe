// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
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

/** What a text was, version by version: what is replaced is never gone. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RevisionsIT {

    @Deployment(testable = false)
    static WebArchive service() {
        return Deployments.service("article-service", "content");
    }

    private final Http anybody = Http.at("http://localhost:" + System.getProperty("rongmei.it.port") + "/content");
    private String section;

    @BeforeEach
    void openSection() {
        section = "r" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(anybody.as("chief-editor")
                        .put("/sections/" + section, "{\"name\":\"版本\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void everyVersionIsKeptWithWhoAndWhen() {
        String path = draft("<p>六十二户通水。</p>");
        assertThat(numbers(path)).containsExactly("1 reporter drafted");
        revise(path, "editor", "<p>二十六户通水。</p>");
        revise(path, "reporter2", "<p>二十六户通水。</p><p>又一段。</p>");
        revise(path, "reporter2", "<p>二十六户通水。</p><p>又一段。</p>");

        assertThat(numbers(path))
                .as("what changes nothing is no version")
                .containsExactly("1 reporter drafted", "2 editor revised", "3 reporter2 revised");
        assertThat(version(path, "1").getString("body")).isEqualTo("<p>六十二户通水。</p>");
        assertThat(version(path, "3").getString("body")).contains("又一段");
        assertThat(version(path, "1").getJsonObject("text").getString("title")).isEqualTo("版本稿");
        assertThat(version(path, "2").getString("section")).isEqualTo(section);
    }

    @Test
    void publishedTextThatIsReplacedIsKept() {
        String path = draft("<p>第一版正文。</p>");
        Reviewers.publish(anybody, path, "{}");
        Reviewers.replace(anybody, path, article("<p>第二版正文。</p>"));

        assertThat(anybody.get(path).json().getString("body")).contains("第二版");
        assertThat(version(path, "1").getString("body")).contains("第一版正文");
        List<JsonObject> published = anybody.as("editor")
                .get(path + "/audit")
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        assertThat(published)
                .filteredOn(entry -> entry.getString("action").equals("published"))
                .extracting(entry -> entry.getJsonObject("details").getInt("revision"))
                .as("which version became public")
                .containsExactly(1, 2);
    }

    @Test
    void differenceOfAnyTwoIsToldFieldByField() {
        String path = draft("<p>六十二户通水。</p><p>不变。</p>");
        revise(path, "editor", "<p>二十六户通水。</p><p>不变。</p>");
        anybody.as("editor")
                .with("If-Match", "*")
                .put(path, article("<p>二十六户通水。</p><p>不变。</p>").replace("版本稿", "版本新稿"));

        JsonObject body = change(path, "2?since=1");
        JsonObject title = change(path, "3?since=2");

        assertThat(body.getString("field")).isEqualTo("body");
        assertThat(body.getString("html"))
                .contains("<del>", "<ins>", "户通水。</p>", "<p>不变。</p>")
                .doesNotContain("六十二户");
        assertThat(title.getString("field")).isEqualTo("title");
        assertThat(title.getString("html")).isEqualTo("<p>版本<ins>新</ins>稿</p>\n");
        assertThat(version(path, "1?since=1").getJsonArray("changes")).isEmpty();
    }

    @Test
    void versionsAreReadPageByPageAndByTheNewsroomOnly() {
        String path = draft("<p>零</p>");
        for (int number = 0; number < 4; number++) {
            revise(path, "editor", "<p>第 %d 稿</p>".formatted(number));
        }

        JsonObject first = anybody.as("editor").get(path + "/revisions?limit=2").json();
        JsonObject second = anybody.as("editor")
                .get(first.getString("next").substring("/content".length()))
                .json();

        assertThat(first.getJsonArray("items")).hasSize(2);
        assertThat(second.getJsonArray("items").getJsonObject(0).getInt("number"))
                .isEqualTo(3);
        Reviewers.publish(anybody, path, "{}");
        assertThat(anybody.get(path + "/revisions").status()).isEqualTo(401);
        assertThat(anybody.as("partner").get(path + "/revisions/1").status()).isEqualTo(403);
    }

    private List<String> numbers(String path) {
        return anybody
                .as("editor")
                .get(path + "/revisions")
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(line -> line.getInt("number") + " " + line.getString("login") + " " + line.getString("action"))
                .toList();
    }

    private JsonObject version(String path, String number) {
        Http.Answer answer = anybody.as("editor").get(path + "/revisions/" + number);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private JsonObject change(String path, String query) {
        JsonObject version = version(path, query);
        assertThat(version.getJsonArray("changes")).as(version.toString()).hasSize(1);
        return version.getJsonArray("changes").getJsonObject(0);
    }

    private String article(String body) {
        return "{\"section\":\"%s\",\"title\":\"版本稿\",\"body\":\"%s\"}".formatted(section, body);
    }

    private String draft(String body) {
        Http.Answer drafted = anybody.as("reporter").post("/articles", article(body));
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        return drafted.header("Location").substring("/content".length());
    }

    private void revise(String path, String login, String body) {
        Http.Answer revised = anybody.as(login).with("If-Match", "*").put(path, article(body));
        assertThat(revised.status()).as(revised.body()).isEqualTo(200);
    }
}
