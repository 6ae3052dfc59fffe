// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rongmei.article.media.Samples;
import org.rongmei.test.Deployments;
import org.rongmei.test.Http;
import org.rongmei.test.Refusals;
import org.rongmei.test.Reviewers;

/** What is not taken, operation by operation: {@code refusals.txt} says what is sent and how it is refused. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RefusalsIT {

    private static final Refusals REFUSALS = Refusals.of(RefusalsIT.class, "content");

    /** The names in the table and the ids behind them. Made once: what is refused changes none of it. */
    private static final Map<String, String> NAMES = new HashMap<>();

    @Deployment(testable = false)
    static WebArchive service() {
        return Deployments.service("article-service", "content");
    }

    static Stream<Refusals.Refusal> refusals() {
        return REFUSALS.lines();
    }

    private final String server = "http://localhost:" + System.getProperty("rongmei.it.port");
    private final Http anybody = Http.at(server + "/content");
    private final Http reporter = anybody.as("reporter");
    private final Http chief = anybody.as("chief-editor");

    @ParameterizedTest
    @MethodSource("refusals")
    void whatIsRefusedIsExplainedAndChangesNothing(Refusals.Refusal refusal) {
        List<String> before = state();

        Http.Answer refused = Refusals.send(refusal, anybody, names());

        Refusals.requireExplained(refusal, refused);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void everyOperationOfTheDocumentIsInTheTable() {
        REFUSALS.requireEveryOperation(Http.at(server), "put /staff/{login}: 404"); // whoever is not there is created
    }

    /** What a refused request must leave as it was. */
    private List<String> state() {
        Map<String, String> names = names();
        return List.of(
                reporter.get("/articles/" + names.get("draft")).header("ETag"),
                reporter.get("/articles/" + names.get("published")).header("ETag"),
                reporter.get("/articles/" + names.get("withdrawn")).header("ETag"),
                reporter.get("/articles?state=draft&limit=1").header("ETag"),
                reporter.get("/media?limit=1").header("ETag"),
                anybody.get("/sections").header("ETag"),
                anybody.get("/changes").json().get("last").toString());
    }

    private Map<String, String> names() {
        if (NAMES.isEmpty()) {
            String section = "s" + UUID.randomUUID().toString().substring(0, 8);
            chief.put("/sections/" + section, "{\"name\":\"新闻\"}");
            chief.put("/sections/" + section + "/towns", "{\"name\":\"镇街\"}");
            chief.put("/staff/" + section, "{\"name\":\"某人\"}");
            String draft = draft(section, "");
            String submitted = draft(section, "");
            reporter.with("If-Match", "*").put("/articles/" + submitted + "/submission", "");
            String published = draft(section, ",\"aliases\":[\"/old/%s.html\"]".formatted(section));
            String withdrawn = draft(section + "/towns", "");
            for (String id : List.of(published, withdrawn)) {
                Reviewers.publish(anybody, "/articles/" + id, "{}");
            }
            chief.with("If-Match", "*").delete("/articles/" + withdrawn + "/publication", "{\"reason\":\"核实\"}");
            String picture =
                    last(reporter.upload("/media", Map.of("file", Samples.opaque(40, 30, "png"), "alt", "梯田")));
            NAMES.putAll(Map.of(
                    "section", section,
                    "draft", draft,
                    "submitted", submitted,
                    "published", published,
                    "withdrawn", withdrawn,
                    "picture", picture));
        }
        return NAMES;
    }

    private String draft(String section, String more) {
        return last(reporter.post("/articles", "{\"section\":\"%s\",\"title\":\"稿\"%s}".formatted(section, more)));
    }

    private static String last(Http.Answer created) {
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.header("Location").replaceFirst(".*/", "");
    }
}
