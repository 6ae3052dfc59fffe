// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongmei.test.Http;
import org.rongmei.test.Reviewers;
import org.rongmei.test.TestPostgres;

/**
 * SIGKILL under eight writers, again and again on the same data. Whatever was acknowledged is there; the article, its
 * line in the log and the answer kept for its key are there together or not at all. How often: {@code -Drongmei.kills},
 * 3 unless said otherwise; what the newsroom was promised was tried with 20.
 */
class KillTrialIT {

    private static final int KILLS = Integer.getInteger("rongmei.kills", 1);
    private static final int WRITERS = 8;

    /** What a writer sent, and how far it was told that it got. */
    private static final class Story {

        final String title = UUID.randomUUID().toString();
        final String key = UUID.randomUUID().toString();
        volatile @Nullable String path;
        volatile boolean published;
        volatile boolean revised;

        String body() {
            return "{\"section\":\"kill\",\"title\":\"" + title + "\",\"body\":\"<p>断电之前写下的。</p>\"}";
        }
    }

    @TempDir
    Path data;

    /** Every story of all rounds: an old one must not be lost to a later kill either. */
    private final List<Story> stories = new ArrayList<>();

    @Test
    void killedOnH2() throws Exception {
        trial(Map.of());
    }

    @Test
    void killedOnPostgres() throws Exception {
        trial(Map.of(
                "RONGMEI_ARTICLE_DB_URL",
                TestPostgres.running().emptyDatabase("kill_trial"),
                "RONGMEI_ARTICLE_DB_USER",
                "postgres"));
    }

    private void trial(Map<String, String> environment) throws Exception {
        ArticleNode node = ArticleNode.start(data, environment);
        try {
            Http.Answer opened = node.content().as("chief-editor").put("/sections/kill", "{\"name\":\"断电\"}");
            assertThat(opened.status()).isEqualTo(201);
            Random chance = new Random(20);
            for (int kill = 1; kill <= KILLS; kill++) {
                String seals = data.resolve("seals").toString();
                assertThat(OurCommand.audit(node.port(), "seal", seals).status())
                        .isZero();
                List<Story> round = writeUntilKilled(node, 20 + chance.nextInt(100), chance.nextInt(40));
                stories.addAll(round);
                node = ArticleNode.start(data, environment);
                verify(node, round);
                OurCommand.Outcome verified = OurCommand.audit(node.port(), "verify", seals);
                assertThat(verified.status()).as(verified.output()).isZero();
                assertThat(verified.output()).contains("the " + kill + " seals are in it");
                System.out.printf("Kill %d of %d: %d stories so far, none lost%n", kill, KILLS, stories.size());
            }
        } finally {
            node.close();
        }
    }

    private static List<Story> writeUntilKilled(ArticleNode node, int acknowledgements, int millis) throws Exception {
        Queue<Story> sent = new ConcurrentLinkedQueue<>();
        AtomicInteger acknowledged = new AtomicInteger();
        Queue<Throwable> faults = new ConcurrentLinkedQueue<>();
        List<Thread> writers = new ArrayList<>();
        for (int number = 0; number < WRITERS; number++) {
            Thread writer = new Thread(() -> write(node, sent, acknowledged));
            writer.setUncaughtExceptionHandler((thread, fault) -> faults.add(fault));
            writer.start();
            writers.add(writer);
        }
        while (acknowledged.get() < acknowledgements && faults.isEmpty()) {
            Thread.sleep(1);
        }
        Thread.sleep(millis);
        node.kill();
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(faults).isEmpty();
        return List.copyOf(sent);
    }

    /** Drafts, and publishes every other one, until nobody answers any more. */
    private static void write(ArticleNode node, Queue<Story> sent, AtomicInteger acknowledged) {
        Http reporter = node.content().as("reporter");
        Http chief = node.content().as("chief-editor").with("If-Match", "*");
        boolean publish = false;
        try {
            while (true) {
                Story story = new Story();
                sent.add(story);
                Http.Answer drafted =
                        reporter.with("Idempotency-Key", story.key).post("/articles", story.body());
                assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
                story.path = Newsroom.created(drafted);
                publish = !publish;
                if (publish) {
                    Reviewers.approve(node.content(), story.path);
                    Http.Answer published = chief.put(story.path + "/publication", "{}");
                    assertThat(published.status()).as(published.body()).isEqualTo(200);
                    story.published = true;
                } else {
                    Http.Answer revised = reporter.with("If-Match", "*")
                            .put(story.path, story.body().replace("之前", "以前"));
                    assertThat(revised.status()).as(revised.body()).isEqualTo(200);
                    story.revised = true;
                }
                acknowledged.incrementAndGet();
            }
        } catch (UncheckedIOException e) {
            // The server is gone: what it did not acknowledge may be there or not, but wholly.
        }
    }

    private void verify(ArticleNode node, List<Story> round) {
        Http reporter = node.content().as("reporter");
        Map<String, Integer> before = titles(reporter);
        for (Story story : stories) {
            if (story.path != null) {
                assertThat(before).containsEntry(story.title, 1);
            }
        }
        for (Story story : round) {
            // What a writer does that got no answer, and one that wants to be sure: the same request again.
            Http.Answer again = reporter.with("Idempotency-Key", story.key).post("/articles", story.body());
            assertThat(again.status()).as(again.body()).isEqualTo(201);
            if (story.path != null) {
                assertThat(Newsroom.created(again)).isEqualTo(story.path);
            }
            Http.Answer read = reporter.get(Newsroom.created(again));
            assertThat(read.status()).isEqualTo(200);
            assertThat(read.json().getString("title")).isEqualTo(story.title);
            if (story.published) {
                assertThat(read.json().getString("state")).isEqualTo("published");
            }
            if (story.revised) {
                assertThat(reporter.get(Newsroom.created(again) + "/revisions/1")
                                .json()
                                .getString("body"))
                        .contains("之前");
            }
            verifyAudit(reporter, Newsroom.created(again), story, read.json().getString("state"));
            story.path = Newsroom.created(again);
        }
        assertThat(titles(reporter))
                .hasSize(stories.size())
                .allSatisfy((title, times) -> assertThat(times).isEqualTo(1));
        verifyLog(node);
    }

    /** What was done has its entry, and what has an entry was done. */
    private static void verifyAudit(Http reporter, String path, Story story, String state) {
        List<String> actions =
                reporter
                        .get(path + "/audit?limit=100")
                        .json()
                        .getJsonArray("items")
                        .getValuesAs(JsonObject.class)
                        .stream()
                        .map(entry -> entry.getString("action"))
                        .toList();
        assertThat(actions).startsWith("drafted").satisfies(all -> {
            assertThat(all.contains("published")).isEqualTo(state.equals("published"));
            assertThat(all.contains("revised"))
                    .isEqualTo(reporter.get(path + "/revisions")
                                    .json()
                                    .getJsonArray("items")
                                    .size()
                            == 2);
        });
        if (story.revised) {
            assertThat(actions).contains("revised");
        }
    }

    /** An article has its one line exactly if it is published, and no number is missing. */
    private static void verifyLog(ArticleNode node) {
        List<Long> sequences = new ArrayList<>();
        List<String> logged = new ArrayList<>();
        Newsroom.walk(node.content(), "/changes?limit=100&after=0", line -> {
            sequences.add(line.getJsonNumber("sequence").longValue());
            if (line.getString("kind").equals("published")) {
                logged.add(line.getString("articleId"));
            }
        });
        List<String> published = new ArrayList<>();
        Newsroom.walk(node.content(), "/articles?limit=100", item -> published.add(item.getString("id")));

        assertThat(sequences)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, sequences.size()).boxed().toList());
        assertThat(logged).containsExactlyInAnyOrderElementsOf(published);
    }

    private static Map<String, Integer> titles(Http reporter) {
        Map<String, Integer> titles = new HashMap<>();
        for (String state : new String[] {"draft", "in-review", "approved", "published"}) {
            Newsroom.walk(
                    reporter,
                    "/articles?limit=100&state=" + state,
                    item -> titles.merge(item.getString("title"), 1, Integer::sum));
        }
        return titles;
    }
}
