// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongmei.test.Http;
import org.rongmei.test.Reviewers;

/**
 * Two nodes of each service, one of which goes away at a time: no reader is failed, no change is missed, nothing happens
 * twice. Takes long, so it is run by {@code -Pnodes} only.
 */
@Tag("nodes")
class NodesJourneyIT {

    private static final int READERS = 4;
    private static final int STORIES = 3;

    @TempDir
    static Path data;

    private static Suite suite;

    @BeforeAll
    static void start() {
        suite = Suite.nodes(data);
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-KILL", "-TERM"})
    void nodesGoAwayOneAfterTheOtherAndNobodyNotices(String signal) throws Exception {
        String word = "journey-nodes" + signal.toLowerCase(Locale.ROOT);
        Slice slice = new Slice(suite, word);
        slice.openSection("多机");
        String read = slice.publish("一直有人读的稿件");
        slice.awaitInFeeds("一直有人读的稿件");
        int readBefore = views(read);
        AtomicInteger readings = new AtomicInteger();
        List<String> titles = new ArrayList<>(List.of("一直有人读的稿件"));
        ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try {
            for (int reader = 0; reader < READERS; reader++) {
                readers.execute(() -> readOn(read, word, readings, failures));
            }
            for (String node : nodes()) {
                Instant due = Instant.now().plusSeconds(8).truncatedTo(ChronoUnit.SECONDS);
                String planned = "定时：" + node;
                schedule(slice.draft(planned), due);
                titles.add(planned);
                long pid = pid(node);
                new ProcessBuilder("kill", signal, String.valueOf(pid)).start().waitFor();
                // A change that is on its way to the node now is answered 503: nobody knows whether it was done.
                Thread.sleep(1_000);
                for (int story = 0; story < STORIES; story++) {
                    titles.add("%s 不在时的第 %d 篇".formatted(node, story));
                    slice.publish(titles.get(titles.size() - 1));
                }
                await().atMost(Duration.ofMinutes(4)).until(() -> pid(node) != pid && isReady(node));
            }
        } finally {
            readers.shutdownNow();
            assertThat(readers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(failures).as("readings that failed").isEmpty();

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(entries(word)).containsExactlyInAnyOrderElementsOf(titles));
        assertThat(publications(word)).as("each once in the log").isEqualTo(ones(titles));
        titles.forEach(
                title -> assertThat(found(title, word)).as("found by its title").containsOnlyOnce(title));
        // What a killed node had counted and not written down is lost, and nothing is counted twice.
        await().pollDelay(Duration.ofSeconds(12))
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(views(read) - readBefore).isBetween(1, readings.get()));
    }

    private static void readOn(
            String read, String word, AtomicInteger readings, ConcurrentLinkedQueue<String> failures) {
        List<Http> doors = List.of(suite.site(), suite.content(), suite.feeds(), suite.siteInfo());
        List<String> paths = List.of(read, read, "/sections/" + word + "/rss.xml", "/sites/sample/footer");
        for (int count = 0; !Thread.currentThread().isInterrupted(); count++) {
            int door = count % paths.size();
            try {
                Http.Answer answer = doors.get(door).get(paths.get(door));
                if (answer.status() != 200) {
                    failures.add(Instant.now() + " " + paths.get(door) + ": " + answer.status() + " " + answer.body());
                }
                if (count % 50 == 0) {
                    readings.incrementAndGet();
                    // Another browser is another reader.
                    suite.content()
                            .with(
                                    "User-Agent",
                                    "Mozilla/5.0 Firefox/"
                                            + Thread.currentThread().getId() + "." + count)
                            .post(read + "/views", "");
                }
            } catch (RuntimeException e) {
                if (!Thread.currentThread().isInterrupted()) {
                    failures.add(Instant.now() + " " + paths.get(door) + ": " + e);
                }
            }
        }
    }

    private static void schedule(String path, Instant due) {
        Reviewers.publish(suite.content(), path, "{\"at\":\"" + due + "\"}");
    }

    private static int views(String path) {
        return suite.content().get("/rankings/most-read?window=day&limit=50").json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(item -> path.endsWith(item.getString("id")))
                .mapToInt(item -> item.getInt("views"))
                .findFirst()
                .orElse(0);
    }

    private static List<String> entries(String section) {
        return titles(suite.feeds().get("/sections/" + section + "/feed.json"));
    }

    private static List<String> found(String title, String section) {
        return titles(suite.content()
                .get("/search?limit=100&section=" + section + "&q="
                        + URLEncoder.encode(title, StandardCharsets.UTF_8)));
    }

    private static List<String> titles(Http.Answer list) {
        return list.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("title"))
                .toList();
    }

    private static Map<String, Integer> publications(String section) {
        Map<String, Integer> count = new LinkedHashMap<>();
        Newsroom.walk(suite.content(), "/changes?limit=100&after=0", line -> {
            if (line.getString("kind").equals("published")) {
                JsonObject article = suite.content()
                        .get("/articles/" + line.getString("articleId"))
                        .json();
                if (article.getString("section").equals(section)) {
                    count.merge(article.getString("title"), 1, Integer::sum);
                }
            }
        });
        return count;
    }

    private static Map<String, Integer> ones(List<String> titles) {
        Map<String, Integer> ones = new LinkedHashMap<>();
        titles.forEach(title -> ones.put(title, 1));
        return ones;
    }

    private static List<String> nodes() throws IOException {
        try (var nodes = Files.list(data.resolve("nodes"))) {
            return nodes.map(node -> node.getFileName().toString()).sorted().toList();
        }
    }

    private static long pid(String node) throws IOException {
        return Long.parseLong(
                Files.readString(data.resolve("nodes").resolve(node).resolve("pid"))
                        .strip());
    }

    /** At its own port, which its process knows. */
    private static boolean isReady(String node) throws IOException {
        String environment = Files.readString(Path.of("/proc", String.valueOf(pid(node)), "environ"));
        String port = environment.replaceAll("(?s).*RONGMEI_HTTP_PORT=([0-9]+).*", "$1");
        try {
            return Http.at("http://localhost:" + port).get("/health/ready").status() == 200;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
