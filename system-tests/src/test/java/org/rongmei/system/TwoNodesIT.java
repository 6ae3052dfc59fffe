// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongmei.test.Http;
import org.rongmei.test.Reviewers;
import org.rongmei.test.TestPostgres;

/** Two nodes on one PostgreSQL: writers and followers go to either, and the log is one. */
class TwoNodesIT {

    private static final int WRITERS = 16;
    private static final int STORIES = 8;
    private static final int SECTIONS = 4;
    private static final long NOT_YET = Long.MAX_VALUE;

    @TempDir
    static Path data;

    private static String database;
    private static List<ArticleNode> nodes;

    @BeforeAll
    static void start() throws SQLException {
        database = TestPostgres.running().emptyDatabase("two_nodes");
        Map<String, String> environment =
                Map.of("RONGMEI_ARTICLE_DB_URL", database, "RONGMEI_ARTICLE_DB_USER", "postgres");
        nodes = new ArrayList<>();
        nodes.add(ArticleNode.start(data.resolve("one"), environment));
        nodes.add(ArticleNode.start(data.resolve("two"), environment));
        pauseBeforeEveryCommit();
    }

    @AfterAll
    static void stop() {
        nodes.forEach(ArticleNode::close);
    }

    /** Between the log's line and the commit, in the database itself: the pause in which others could overtake. */
    private static void pauseBeforeEveryCommit() throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create function dawdle() returns trigger language plpgsql as"
                    + " $$ begin perform pg_sleep(random() * 0.03); return null; end $$");
            statement.execute("create constraint trigger dawdle after insert on change_log"
                    + " deferrable initially deferred for each row execute function dawdle()");
        }
    }

    @Test
    void followersThatDropAndChangeNodesSeeEveryLineOnceAndInOrder() throws Exception {
        for (int number = 0; number < SECTIONS; number++) {
            assertThat(chief(0).put("/sections/s" + number, "{\"name\":\"栏目\"}").status())
                    .isEqualTo(201);
        }
        AtomicLong end = new AtomicLong(NOT_YET);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<List<Long>>> followers = new ArrayList<>();
            for (int number = 0; number < 3; number++) {
                int seed = number;
                followers.add(threads.submit(() -> listen(new Random(seed), end)));
                followers.add(threads.submit(() -> poll(new Random(seed), end)));
            }
            List<Callable<Map<String, List<String>>>> writers = new ArrayList<>();
            for (int number = 0; number < WRITERS; number++) {
                int writer = number;
                writers.add(() -> write(writer));
            }
            Map<String, List<String>> acknowledged = new HashMap<>();
            for (Future<Map<String, List<String>>> writer : threads.invokeAll(writers)) {
                acknowledged.putAll(writer.get());
            }
            long last = last();
            end.set(last);

            List<Long> every = LongStream.rangeClosed(1, last).boxed().toList();
            for (Future<List<Long>> follower : followers) {
                assertThat(follower.get()).isEqualTo(every);
            }
            assertThat(last)
                    .isEqualTo(SECTIONS
                            + acknowledged.values().stream()
                                    .mapToLong(List::size)
                                    .sum());
            assertThat(kinds()).containsExactlyInAnyOrderEntriesOf(acknowledged);
        } finally {
            threads.shutdownNow();
        }
    }

    /** @return the kinds of lines that each article must have, in their order */
    private static Map<String, List<String>> write(int writer) {
        Map<String, List<String>> expected = new HashMap<>();
        for (int story = 0; story < STORIES; story++) {
            String body = "{\"section\":\"s%d\",\"title\":\"第 %d 位的第 %d 篇\"}"
                    .formatted((writer + story) % SECTIONS, writer, story);
            Http.Answer drafted = as("reporter", writer + story).post("/articles", body);
            require(201, drafted);
            String path = drafted.header("Location").substring("/content".length());
            List<String> kinds = new ArrayList<>();
            Reviewers.approve(nodes.get(writer % 2).content(), path);
            require(200, chief(story).put(path + "/publication", "{}"));
            kinds.add("published");
            if (story % 2 == 0) {
                Reviewers.replace(nodes.get(story % 2).content(), path, body.replace("篇", "篇，改过"));
                kinds.add("updated");
            }
            if (story % 3 == 0) {
                require(200, chief(story + 1).delete(path + "/publication", "{\"reason\":\"核实\"}"));
                kinds.add("withdrawn");
            }
            expected.put(path.substring("/articles/".length()), kinds);
        }
        return expected;
    }

    private static void require(int status, Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }

    /** Hears some events, hangs up without a word, and goes on at the other node from the last that it heard. */
    private static List<Long> listen(Random chance, AtomicLong end) throws IOException {
        List<Long> heard = new ArrayList<>();
        int node = chance.nextInt(2);
        while (lastOf(heard) < end.get()) {
            node = 1 - node;
            try (Socket socket = new Socket("localhost", nodes.get(node).port())) {
                socket.setSoTimeout(20_000);
                String request = "GET /content/changes/stream HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: "
                        + lastOf(heard) + "\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                int patience = 1 + chance.nextInt(25);
                while (patience > 0 && lastOf(heard) < end.get()) {
                    String line = lines.readLine();
                    assertThat(line)
                            .as("the stream ended, or was reset")
                            .isNotNull()
                            .isNotEqualTo("event: reset");
                    if (line.startsWith("id: ")) {
                        heard.add(Long.valueOf(line.substring("id: ".length())));
                        patience--;
                    }
                }
                socket.setSoLinger(true, 0);
            }
        }
        return heard;
    }

    /** Reads a page at either node; now and then an answer gets lost on the way, and it asks again. */
    private static List<Long> poll(Random chance, AtomicLong end) {
        List<Long> seen = new ArrayList<>();
        while (lastOf(seen) < end.get()) {
            Http.Answer page = nodes.get(chance.nextInt(2))
                    .content()
                    .get("/changes?after=" + lastOf(seen) + "&limit=" + (1 + chance.nextInt(9)));
            require(200, page);
            if (chance.nextInt(4) > 0) {
                page.json()
                        .getJsonArray("items")
                        .getValuesAs(JsonObject.class)
                        .forEach(line -> seen.add(line.getJsonNumber("sequence").longValue()));
            }
        }
        return seen;
    }

    private static long lastOf(List<Long> seen) {
        return seen.isEmpty() ? 0 : seen.get(seen.size() - 1);
    }

    private static long last() {
        return nodes.get(0)
                .content()
                .get("/changes?after=0&limit=1")
                .json()
                .getJsonNumber("last")
                .longValue();
    }

    private static Map<String, List<String>> kinds() {
        Map<String, List<String>> kinds = new HashMap<>();
        Newsroom.walk(
                nodes.get(1).content(),
                "/changes?limit=100&after=" + SECTIONS,
                line -> kinds.computeIfAbsent(line.getString("articleId"), id -> new ArrayList<>())
                        .add(line.getString("kind")));
        return kinds;
    }

    private static Http chief(int node) {
        return as("chief-editor", node).with("If-Match", "*");
    }

    private static Http as(String login, int node) {
        return nodes.get(node % 2).content().as(login);
    }
}
