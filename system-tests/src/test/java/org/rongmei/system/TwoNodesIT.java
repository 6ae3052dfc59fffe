// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.rongmei.test.Http;
import org.rongmei.test.Reviewers;
import org.rongmei.test.TestPostgres;

/** Two nodes on one PostgreSQL: writers and followers go to either, and the log is one. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {

    private static final int WRITERS = 16;
    private static final int STORIES = 8;
    private static final int SECTIONS = 4;
    private static final int SCHEDULED = 6;
    private static final long NOT_YET = Long.MAX_VALUE;

    @TempDir
    static Path data;

    private static String database;
    private static Map<String, String> environment;
    private static List<ArticleNode> nodes;
    private static String longGone = "";
    private static String lately = "";

    @BeforeAll
    static void start() throws SQLException {
        database = TestPostgres.running().emptyDatabase("two_nodes");
        environment = Map.of(
                "RONGMEI_ARTICLE_EMERGENCY_HOURS",
                "0",
                "RONGMEI_ARTICLE_RETENTION_WITHDRAWN",
                "60",
                "RONGMEI_ARTICLE_DB_URL",
                database,
                "RONGMEI_ARTICLE_DB_USER",
                "postgres");
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
    @Order(1)
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

    /** Whoever is first publishes; what came due while nobody was there is published when somebody is. */
    @Test
    @Order(2)
    void whatIsScheduledIsPublishedOnceAtItsSecondAlsoAfterASleep() throws SQLException {
        require(201, chief(0).put("/sections/timetable", "{\"name\":\"定时\"}"));
        List<String> paths = new ArrayList<>();
        for (int number = 0; number < SCHEDULED; number++) {
            paths.add(approved(number));
        }
        String sleeper = approved(SCHEDULED);
        Instant at = Instant.now().plusSeconds(5).truncatedTo(ChronoUnit.SECONDS);
        for (int number = 0; number < SCHEDULED; number++) {
            require(200, chief(number).put(paths.get(number) + "/publication", "{\"at\":\"" + at + "\"}"));
        }

        for (String path : paths) {
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(as("", 0).get(path).status()).isEqualTo(200));
            assertThat(as("", 1).get(path).json().getString("publishedAt")).isEqualTo(at.toString());
        }
        assertThat(Instant.now()).isAfterOrEqualTo(at);

        Instant asleep = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS);
        require(200, chief(0).put(sleeper + "/publication", "{\"at\":\"" + asleep + "\"}"));
        assertThat(as("", 1).get(sleeper).status()).isEqualTo(404);
        longGone = withdrawn(61);
        lately = withdrawn(59);
        nodes.forEach(ArticleNode::kill);
        await().until(() -> Instant.now().isAfter(asleep));
        ArticleNode awake = ArticleNode.start(data.resolve("three"), environment);
        nodes.replaceAll(node -> awake);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(as("", 1).get(sleeper).status()).isEqualTo(200));

        assertThat(as("", 0).get(sleeper).json().getString("publishedAt")).isEqualTo(asleep.toString());
        paths.add(sleeper);
        Map<String, List<String>> lines = kinds();
        assertThat(paths)
                .allSatisfy(path -> assertThat(lines.get(path.substring("/articles/".length())))
                        .as("once, whichever node was first")
                        .containsExactly("published"));
    }

    /** The time for its reviews is over at once here. */
    @Test
    @Order(4)
    void emergencyWithoutItsReviewsIsListedAndMeasuredUntilTheyAreThere() {
        require(201, chief(0).put("/sections/urgent", "{\"name\":\"紧急\"}"));
        Http.Answer drafted = as("reporter", 0).post("/articles", "{\"section\":\"urgent\",\"title\":\"汛情通报\"}");
        String path = drafted.header("Location").substring("/content".length());
        require(200, chief(0).put(path + "/publication", "{\"emergency\":true,\"reason\":\"汛情\"}"));

        assertThat(as("editor", 1).get("/articles?overdue=true").body()).contains("汛情通报");
        assertThat(as("editor", 1).get("/articles?awaiting=me&overdue=true").body())
                .contains("汛情通报");
        assertThat(overdue()).isEqualTo("1.0");
        for (String reviewer : List.of("editor2", "editor3", "chief-editor2")) {
            require(200, as(reviewer, 1).with("If-Match", "*").post(path + "/reviews", "{\"verdict\":\"approve\"}"));
        }

        assertThat(as("editor", 0).get("/articles?overdue=true").body()).doesNotContain("汛情通报");
        assertThat(overdue()).isEqualTo("0.0");
    }

    /** Whoever changes, removes or swaps anything in the database is found out; put back, the chain is whole again. */
    @Test
    @Order(5)
    void auditThatIsTamperedWithIsFoundOut() throws SQLException {
        JsonObject seal = as("chief-editor", 0).get("/audit/seal").json();
        long last = seal.getJsonNumber("sequence").longValue();
        assertThat(last).isGreaterThan(20);
        assertThat(broken("")).isZero();
        assertThat(broken(kept(last, seal.getString("hash")))).isZero();
        long middle = last / 2;
        for (String column : List.of("login", "action", "details")) {
            assertThat(brokenWith(
                            "update audit_entry set %s = %s || 'x' where id = %d".formatted(column, column, middle)))
                    .as(column)
                    .isEqualTo(middle);
        }
        assertThat(brokenWith("update audit_entry set at = at + interval '1 microsecond' where id = " + middle))
                .isEqualTo(middle);
        assertThat(brokenWith("update audit_entry set hash = reverse(hash) where id = " + middle))
                .isEqualTo(middle);
        assertThat(brokenWith("update audit_entry set reason = 'x' where id = " + middle))
                .isEqualTo(middle);
        assertThat(brokenWith("update audit_entry set article_id = 1 where id = " + middle))
                .isEqualTo(middle);
        assertThat(brokenWith("delete from audit_entry where id = " + middle)).isEqualTo(middle);
        assertThat(brokenWith("delete from audit_entry where id = " + last)).isEqualTo(last);
        assertThat(brokenWith("delete from audit_entry where id = 1")).isEqualTo(1);
        assertThat(brokenWith(
                        "update audit_entry set id = case id when %1$d then %2$d else %1$d end where id in (%1$d, %2$d)"
                                .formatted(middle, last + 1_000)))
                .isEqualTo(middle);
        assertThat(brokenWith("""
                        update audit_entry set id = -1 where id = %1$d;
                        update audit_entry set id = %1$d where id = %1$d + 1;
                        update audit_entry set id = %1$d + 1 where id = -1""".formatted(middle)))
                .as("two that have changed their places")
                .isEqualTo(middle);
        assertThat(brokenWith("update audit_head set hash = 'x'")).isEqualTo(last);
        assertThat(brokenWith("update audit_head set last = last - 1")).isEqualTo(last - 1);
        assertThat(broken(kept(middle, "0".repeat(64))))
                .as("another chain that is whole in itself")
                .isEqualTo(middle);
        assertThat(broken("")).isZero();
    }

    /** Its address and what was done with it stay; what it said, in any version, is nowhere in the database. */
    @Test
    @Order(3)
    void textThatWasWithdrawnLongAgoIsErasedWhereTheNewsroomSaysSo() throws SQLException {
        Http editor = as("editor", 0);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(
                                editor.get(longGone + "/audit?limit=100").body())
                        .contains("\"erased\""));

        assertThat(as("", 0).get(longGone).status()).isEqualTo(410);
        assertThat(editor.get(longGone).body()).doesNotContain("隐私").contains("已清除");
        assertThat(editor.get(longGone + "/revisions").body()).doesNotContain("隐私");
        assertThat(editor.get(longGone + "/review-sheet").body())
                .doesNotContain("隐私")
                .contains("清除文稿");
        assertThat(chief(0).put(longGone + "/publication", "{}").status()).isEqualTo(409);
        assertThat(editor.get(lately).body()).contains("隐私");
        assertThat(broken("")).as("the chain is whole all the same").isZero();
        try (Connection connection = DriverManager.getConnection(database, "postgres", "");
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery("select (select count(*) from article where body like '%隐私%')"
                        + " + (select count(*) from revision where body like '%隐私%')"
                        + " + (select count(*) from working_text where body like '%隐私%')")) {
            found.next();
            assertThat(found.getInt(1))
                    .as("that of the other article, in two versions")
                    .isEqualTo(3);
        }
    }

    /** @return an article of two versions that was withdrawn so many days ago */
    private static String withdrawn(int days) throws SQLException {
        String body = "{\"section\":\"timetable\",\"title\":\"隐私\",\"body\":\"<p>隐私%s</p>\"}";
        String path = Newsroom.created(as("reporter", 0).post("/articles", body.formatted("一")));
        Reviewers.publish(nodes.get(0).content(), path, "{}");
        Reviewers.replace(nodes.get(0).content(), path, body.formatted("二"));
        require(200, chief(0).delete(path + "/publication", "{\"reason\":\"当事人要求\"}"));
        try (Connection connection = DriverManager.getConnection(database, "postgres", "");
                PreparedStatement sql = connection.prepareStatement(
                        "update article set withdrawn_at = withdrawn_at - ? * interval '1 day' where uri like ?")) {
            sql.setInt(1, days);
            sql.setString(2, "%:" + path.substring("/articles/".length()));
            assertThat(sql.executeUpdate()).isEqualTo(1);
        }
        return path;
    }

    private static String kept(long sequence, String hash) {
        return "?sequence=" + sequence + "&hash=" + hash;
    }

    /** @return where the chain is broken; 0 when it is whole */
    private static long broken(String query) {
        JsonObject verdict =
                as("chief-editor", 0).get("/audit/verification" + query).json();
        return verdict.getBoolean("intact")
                ? 0
                : verdict.getJsonNumber("broken").longValue();
    }

    private static long brokenWith(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, "postgres", "");
                Statement sql = connection.createStatement()) {
            sql.execute("create table kept_entry as select * from audit_entry");
            sql.execute("create table kept_head as select * from audit_head");
            try {
                sql.execute(statement);
                return broken("");
            } finally {
                sql.execute("delete from audit_entry");
                sql.execute("insert into audit_entry select * from kept_entry");
                sql.execute("delete from audit_head");
                sql.execute("insert into audit_head select * from kept_head");
                sql.execute("drop table kept_entry");
                sql.execute("drop table kept_head");
            }
        }
    }

    private static String overdue() {
        String metrics = Http.at("http://localhost:" + nodes.get(1).port())
                .get("/metrics")
                .body();
        return metrics.replaceAll("(?s).*\narticle_reviews_overdue\\{[^}]*} ([0-9.]+).*", "$1");
    }

    private static String approved(int number) {
        Http.Answer drafted = as("reporter", number)
                .post("/articles", "{\"section\":\"timetable\",\"title\":\"定时第 %d 篇\"}".formatted(number));
        require(201, drafted);
        String path = drafted.header("Location").substring("/content".length());
        Reviewers.approve(nodes.get(number % 2).content(), path);
        return path;
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
        Newsroom.walk(nodes.get(1).content(), "/changes?limit=100&after=" + SECTIONS, line -> {
            if (line.containsKey("articleId")) {
                kinds.computeIfAbsent(line.getString("articleId"), id -> new ArrayList<>())
                        .add(line.getString("kind"));
            }
        });
        return kinds;
    }

    private static Http chief(int node) {
        return as("chief-editor", node).with("If-Match", "*");
    }

    private static Http as(String login, int node) {
        Http content = nodes.get(node % 2).content();
        return login.isEmpty() ? content : content.as(login);
    }
}
