// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongmei.test.Deployments;
import org.rongmei.test.Http;

/** What happens when two want the same at once, or when one is cut off in the middle of a sentence. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RacingIT {

    private static final int WRITERS = 8;
    private static final int PORT = Integer.getInteger("rongmei.it.port", 0);

    @Deployment(testable = false)
    static WebArchive service() {
        return Deployments.service("article-service", "content");
    }

    private final Http reporter =
            Http.at("http://localhost:" + PORT + "/content").as("reporter");
    private final Http chief = Http.at("http://localhost:" + PORT + "/content").as("chief-editor");
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    private String section;

    @BeforeEach
    void openSection() {
        section = "r" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(chief.put("/sections/" + section, "{\"name\":\"抢\"}").status())
                .isEqualTo(201);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void noUpdateIsLostAmongRacingWriters() throws Exception {
        String path = draft("0", "").header("Location").substring("/content".length());
        int each = 5;

        List<Integer> refused = all(WRITERS, () -> {
            int stale = 0;
            for (int done = 0; done < each; ) {
                Http.Answer seen = reporter.get(path);
                int count = Integer.parseInt(seen.json().getString("title"));
                Http.Answer written = reporter.with("If-Match", seen.header("ETag"))
                        .put(path, "{\"section\":\"%s\",\"title\":\"%d\"}".formatted(section, count + 1));
                assertThat(written.status()).as(written.body()).isIn(200, 412);
                if (written.status() == 200) {
                    done++;
                } else {
                    stale++;
                }
            }
            return stale;
        });

        assertThat(reporter.get(path).json().getString("title")).isEqualTo(String.valueOf(WRITERS * each));
        assertThat(refused.stream().mapToInt(Integer::intValue).sum())
                .as("nobody was ever in anybody's way: this was no race")
                .isPositive();
    }

    @Test
    void requestWhoseConnectionDroppedIsRepeatedWithoutADouble() throws Exception {
        List<String> titles = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            String title = "断线" + number;
            titles.add(title);
            String key = UUID.randomUUID().toString();
            String body = "{\"section\":\"%s\",\"title\":\"%s\"}".formatted(section, title);
            for (int attempt = 0; attempt < 3; attempt++) {
                sendAndHangUp(key, body, number * 2 + attempt);
            }

            Http.Answer answer = null;
            while (answer == null || answer.status() == 409) { // the one that was cut off may still be at work
                answer = reporter.with("Idempotency-Key", key).post("/articles", body);
            }
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        }

        assertThat(drafts()).containsExactlyInAnyOrderElementsOf(titles);
    }

    @Test
    void oneKeyUsedByManyAtOnceCreatesOnce() throws Exception {
        String key = UUID.randomUUID().toString();
        String body = "{\"section\":\"%s\",\"title\":\"一篇\"}".formatted(section);

        List<Http.Answer> answers =
                all(WRITERS, () -> reporter.with("Idempotency-Key", key).post("/articles", body));

        assertThat(answers).extracting(Http.Answer::status).allMatch(status -> status == 201 || status == 409);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .map(answer -> answer.header("Location"))
                        .distinct())
                .hasSize(1);
        assertThat(drafts()).containsExactly("一篇");
    }

    @Test
    void sectionIsNeverDeletedFromUnderAnArticle() throws Exception {
        for (int round = 0; round < 10; round++) {
            String path = section + "/r" + round;
            chief.put("/sections/" + path, "{\"name\":\"短命\"}");

            List<Http.Answer> answers = both(
                    () -> chief.with("If-Match", "*").delete("/sections/" + path, null),
                    () -> reporter.post("/articles", "{\"section\":\"%s\",\"title\":\"赶上了\"}".formatted(path)));

            int deleted = answers.get(0).status();
            int drafted = answers.get(1).status();
            assertThat(deleted == 204 ? List.of(409, 422) : List.of(201))
                    .as(
                            "deleting said %d, drafting %d: %s",
                            deleted, drafted, answers.get(1).body())
                    .contains(drafted);
            assertThat(deleted).isIn(204, 409);
        }
    }

    @Test
    void oldAddressLeadsToOneArticleThoughTwoWantItAtOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            String body = "{\"section\":\"%s\",\"title\":\"旧址\",\"aliases\":[\"/%s/%d.html\"]}"
                    .formatted(section, section, round);

            List<Http.Answer> answers = all(2, () -> reporter.post("/articles", body));
            Http.Answer late = reporter.post("/articles", body);

            assertThat(answers.stream().filter(answer -> answer.status() == 201))
                    .hasSize(1);
            assertThat(answers.stream().filter(answer -> answer.status() != 201))
                    .extracting(Http.Answer::status)
                    .allMatch(status -> status == 409 || status == 422);
            assertThat(late.status()).isEqualTo(422);
            assertThat(late.body()).contains("\"aliases\"");
        }
    }

    private Http.Answer draft(String title, String more) {
        return reporter.post("/articles", "{\"section\":\"%s\",\"title\":\"%s\"%s}".formatted(section, title, more));
    }

    private List<String> drafts() {
        return reporter
                .get("/articles?state=draft&limit=100&section=" + section)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(item -> item.getString("title"))
                .toList();
    }

    /** Sends the whole request and is gone some milliseconds later, whether there is an answer or not. */
    private static void sendAndHangUp(String key, String body, int afterMillis)
            throws IOException, InterruptedException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = """
                POST /content/articles HTTP/1.1\r
                Host: localhost\r
                Authorization: Basic %s\r
                Idempotency-Key: %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                """.formatted(
                        Base64.getEncoder().encodeToString("reporter:pw".getBytes(StandardCharsets.UTF_8)),
                        key,
                        content.length);
        try (Socket socket = new Socket("localhost", PORT)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(content);
            socket.getOutputStream().flush();
            Thread.sleep(afterMillis);
            socket.setSoLinger(true, 0); // a reset, as when a train enters a tunnel
        }
    }

    private <T> List<T> all(int times, Callable<T> work) throws Exception {
        return answers(Stream.generate(() -> work).limit(times).toList());
    }

    private <T> List<T> both(Callable<T> one, Callable<T> other) throws Exception {
        return answers(List.of(one, other));
    }

    private <T> List<T> answers(List<Callable<T>> works) throws Exception {
        List<T> answers = new ArrayList<>();
        for (Future<T> answer : threads.invokeAll(works)) {
            answers.add(answer.get());
        }
        return answers;
    }
}
