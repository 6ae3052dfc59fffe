// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongmei.feed.partner.Newsroom;
import org.rongmei.test.Http;

/** A partner that keeps a copy of what it may hold: the change log leads there, and the manifest says whether it did. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MirrorIT {

    private static final String ORIGINALS =
            "\"kinds\":[\"original\"],\"syndication\":\"partners\",\"validFrom\":\"2026-01-01T00:00:00Z\"";
    private static final String WITHDRAWN = "withdrawn";
    private static final String NOT_IN_CONTRACT = "not-in-contract";

    @Deployment(name = "feeds", order = 2, testable = false)
    static WebArchive service() {
        return Newsroom.node("feeds");
    }

    @Deployment(name = "content", order = 1, testable = false)
    static WebArchive articles() {
        return Newsroom.content();
    }

    @Deployment(name = "other", order = 3, testable = false)
    static WebArchive otherNode() {
        return Newsroom.node("other");
    }

    /** What a partner makes of the log: documents by uri, and what it was told to let go of, with the reason. */
    private static final class Mirror {

        private final Map<String, String> documents = new TreeMap<>();
        private final Map<String, String> gone = new TreeMap<>();
        private final List<String> told = new ArrayList<>();
        private @Nullable String position;

        Mirror read(Http node) {
            return read(node, 3);
        }

        Mirror read(Http node, int limit) {
            boolean more = true;
            while (more) {
                String after = position == null ? "" : "&after=" + position;
                Http.Answer page = node.get("/partner/changes?limit=" + limit + after);
                assertThat(page.status()).as(page.body()).isEqualTo(200);
                page.json().getJsonArray("items").getValuesAs(JsonObject.class).forEach(this::take);
                position = page.json().getString("last");
                more = !page.json().isNull("next");
            }
            return this;
        }

        private void take(JsonObject line) {
            String uri = line.getString("uri");
            told.add(uri);
            if (line.getString("kind").equals("gone")) {
                documents.remove(uri);
                gone.put(uri, line.getString("reason"));
                assertThat(line.getJsonObject("article").getString("pubStatus")).isEqualTo("canceled");
                assertThat(line.getJsonObject("article").containsKey("bodies")).isFalse();
            } else {
                gone.remove(uri);
                String document = line.getJsonObject("article").toString();
                assertThat(digest(document)).isEqualTo(line.getString("digest"));
                documents.put(uri, document);
            }
        }

        /** By uri, as in a manifest. */
        Map<String, String> digests() {
            Map<String, String> digests = new TreeMap<>();
            documents.forEach((uri, document) -> digests.put(uri, digest(document)));
            return digests;
        }

        private static String digest(String document) {
            try {
                byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8));
                return "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final Newsroom newsroom = new Newsroom();
    private final String login = "mirror-" + newsroom.key;
    private String news = "";
    private String sport = "";

    @BeforeEach
    void publishFive() {
        news = newsroom.open("news");
        sport = newsroom.open("sport");
        for (int number = 1; number <= 4; number++) {
            newsroom.publish(number, "news");
        }
        newsroom.publish(5, "sport");
        awaitBothNodes(5);
    }

    /** The newsroom's log is read in order: whoever has the last line has all of them. */
    private void awaitBothNodes(int published) {
        newsroom.tell("published", newsroom.article(900 + published, "sport").build());
        await().atMost(Newsroom.SOON)
                .until(() -> newsroom.feeds
                                .get("/sections/" + sport + "/rss.xml")
                                .body()
                                .contains(newsroom.article(900 + published))
                        && newsroom.other
                                .get("/sections/" + sport + "/rss.xml")
                                .body()
                                .contains(newsroom.article(900 + published)));
    }

    private Http partnerOfNews() {
        return newsroom.partner(login, "\"sections\":[\"" + news + "\"]," + ORIGINALS);
    }

    private List<String> uris(int... numbers) {
        List<String> uris = new ArrayList<>();
        for (int number : numbers) {
            uris.add(newsroom.uri(number));
        }
        return uris;
    }

    private static List<JsonObject> lines(String ndjson) {
        return ndjson.lines()
                .map(line -> Json.createReader(new StringReader(line)).readObject())
                .toList();
    }

    private static Map<String, String> manifest(Http node) {
        Http.Answer answer = node.get("/partner/manifest");
        assertThat(answer.status()).isEqualTo(200);
        List<JsonObject> lines = lines(answer.body());
        JsonObject end = lines.get(lines.size() - 1);
        assertThat(end.getBoolean("end")).isTrue();
        assertThat(end.getInt("count")).isEqualTo(lines.size() - 1);
        Map<String, String> digests = new TreeMap<>();
        lines.subList(0, lines.size() - 1).forEach(line -> {
            assertThat(line.getString("state")).isEqualTo("published");
            digests.put(line.getString("uri"), line.getString("digest"));
        });
        return digests;
    }

    @Test
    void whoeverReadsTheLogToItsEndHoldsWhatTheManifestLists() {
        Http partner = partnerOfNews();
        Mirror mirror = new Mirror().read(partner);

        assertThat(mirror.documents.keySet()).containsExactlyInAnyOrderElementsOf(uris(1, 2, 3, 4));
        assertThat(mirror.told).containsExactlyElementsOf(uris(1, 2, 3, 4));
        assertThat(mirror.gone).isEmpty();
        assertThat(mirror.digests()).isEqualTo(manifest(partner));
    }

    @Test
    void whatHappensLaterIsToldOnceAndInOrder() {
        Http partner = partnerOfNews();
        Mirror mirror = new Mirror().read(partner);
        mirror.told.clear();

        newsroom.tell(
                "updated",
                newsroom.article(4, "news")
                        .add("title", "改过的题目")
                        .add("version", 2)
                        .build());
        newsroom.withdraw(2);
        newsroom.tell("updated", newsroom.article(1, "sport").add("version", 2).build()); // moved
        newsroom.tell(
                "updated", newsroom.article(3, "news").add("kind", "reprint").build());
        newsroom.publish(6, "news");
        awaitBothNodes(6);
        mirror.read(partner);

        assertThat(mirror.told).containsExactlyElementsOf(uris(4, 2, 1, 3, 6));
        assertThat(mirror.gone)
                .containsOnly(
                        Map.entry(newsroom.uri(2), WITHDRAWN),
                        Map.entry(newsroom.uri(1), NOT_IN_CONTRACT),
                        Map.entry(newsroom.uri(3), NOT_IN_CONTRACT));
        assertThat(mirror.documents.get(newsroom.uri(4))).contains("改过的题目").contains("\"version\":\"2\"");
        assertThat(mirror.digests()).isEqualTo(manifest(partner)).hasSize(2);

        mirror.told.clear();
        mirror.read(partner);
        assertThat(mirror.told).isEmpty();
    }

    @Test
    void articleThatIsPublishedAgainComesBack() {
        Http partner = partnerOfNews();
        Mirror mirror = new Mirror().read(partner);
        newsroom.withdraw(2);
        awaitBothNodes(6);
        mirror.read(partner);

        newsroom.publish(2, "news");
        awaitBothNodes(7);
        mirror.read(partner);

        assertThat(mirror.gone).isEmpty();
        assertThat(mirror.digests()).isEqualTo(manifest(partner)).hasSize(4);
    }

    @Test
    void changedContractIsToldFromItsStart() {
        Http partner = partnerOfNews();
        Mirror mirror = new Mirror().read(partner);

        newsroom.agree(login, "{\"name\":\"门户\",\"sections\":[\"" + sport + "\"]," + ORIGINALS + "}");
        mirror.read(partner);

        assertThat(mirror.documents.keySet()).contains(newsroom.uri(5)).doesNotContainAnyElementsOf(uris(1, 2, 3, 4));
        assertThat(mirror.gone.keySet()).containsExactlyInAnyOrderElementsOf(uris(1, 2, 3, 4));
        assertThat(mirror.gone.values()).containsOnly(NOT_IN_CONTRACT);
        assertThat(mirror.digests()).isEqualTo(manifest(partner));
    }

    @Test
    void whoeverComesBackAfterItsContractWasRemovedHearsWhatItMayNotKeep() {
        Mirror mirror = new Mirror().read(partnerOfNews());

        newsroom.chief.with("If-Match", "*").delete("/partners/" + login, null);
        Http again = newsroom.partner(login, "\"sections\":[\"" + sport + "\"]," + ORIGINALS);
        mirror.read(again);

        assertThat(mirror.gone.keySet()).containsAll(uris(1, 2, 3, 4));
        assertThat(mirror.digests()).isEqualTo(manifest(again));
    }

    @Test
    void sectionThatMovesTakesItsStoriesOutOfTheContractAndBack() {
        newsroom.section("section-opened", "town", news + "/town");
        newsroom.publish(7, "town");
        awaitBothNodes(7);
        Http partner = partnerOfNews();
        Mirror mirror = new Mirror().read(partner);
        assertThat(mirror.documents).containsKey(newsroom.uri(7));

        newsroom.section("section-renamed", "town", sport + "/town");
        awaitBothNodes(8);
        mirror.read(partner);

        assertThat(mirror.gone).containsOnly(Map.entry(newsroom.uri(7), NOT_IN_CONTRACT));
        assertThat(mirror.digests()).isEqualTo(manifest(partner));

        newsroom.section("section-renamed", "town", news + "/town");
        awaitBothNodes(9);
        mirror.read(partner);

        assertThat(mirror.gone).isEmpty();
        assertThat(mirror.digests()).isEqualTo(manifest(partner));
    }

    @Test
    void partnerMayChangeNodesInTheMiddle() {
        Http here = partnerOfNews();
        Http there = Newsroom.holder(newsroom.other, newsroom.token(login));
        Http.Answer half = here.get("/partner/changes?limit=2");

        Http.Answer rest =
                there.get("/partner/changes?limit=2&after=" + half.json().getString("last"));

        assertThat(half.json().getString("next")).startsWith("/feeds/partner/changes?after=");
        assertThat(half.json().getJsonArray("items")).hasSize(2);
        assertThat(rest.json().getJsonArray("items").getValuesAs(JsonObject.class))
                .extracting(line -> line.getString("uri"))
                .containsExactlyElementsOf(uris(3, 4));
        assertThat(there.get("/partner/changes").header("ETag"))
                .isEqualTo(here.get("/partner/changes").header("ETag"));
        assertThat(manifest(there)).isEqualTo(manifest(here));
    }

    @Test
    void logIsConditionalAndKeptByNoCache() {
        Http partner = partnerOfNews();
        Http.Answer log = partner.get("/partner/changes");

        Http.Answer again = partner.with("If-None-Match", log.header("ETag")).get("/partner/changes");

        assertThat(again.status()).isEqualTo(304);
        for (Http.Answer each : List.of(log, again, partner.get("/partner/manifest"))) {
            assertThat(each.header("Cache-Control")).isEqualTo("private, no-store");
            assertThat(each.header("Vary")).contains("Authorization");
        }
        assertThat(partner.send("HEAD", "/partner/manifest", null, null).status())
                .isEqualTo(200);
    }

    @Test
    void articleAloneIsTheDocumentThatTheLogTold() {
        Http partner = partnerOfNews();
        Mirror mirror = new Mirror().read(partner);
        String address = "/partner/articles/" + newsroom.article(1);

        Http.Answer article = partner.get(address);

        assertThat(article.status()).isEqualTo(200);
        assertThat(article.body()).isEqualTo(mirror.documents.get(newsroom.uri(1)));
        assertThat(article.header("Repr-Digest")).isEqualTo(mirror.digests().get(newsroom.uri(1)));
        assertThat(partner.with("If-None-Match", article.header("ETag"))
                        .get(address)
                        .status())
                .isEqualTo(304);

        newsroom.withdraw(1);
        awaitBothNodes(6);
        Http.Answer gone = partner.get(address);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.json().getString("pubStatus")).isEqualTo("canceled");
        assertThat(gone.body()).doesNotContain("正文");
        assertThat(partner.get("/partner/articles/" + newsroom.article(5)).status())
                .as("of a section that was never in the contract")
                .isEqualTo(404);
        assertThat(partner.get("/partner/articles/nosuch").status()).isEqualTo(404);
    }

    @Test
    void placesThatTheLogDoesNotHaveAreRefused() {
        Http partner = partnerOfNews();
        String last = partner.get("/partner/changes?limit=100").json().getString("last");
        String terms = new String(Base64.getUrlDecoder().decode(last), StandardCharsets.UTF_8).split("\n", -1)[0];
        String tomorrow = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((terms + "\n" + Long.MAX_VALUE + "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(partner.get("/partner/changes?after=" + tomorrow).status())
                .as("of a log that was restored")
                .isEqualTo(410);
        assertThat(partner.get("/partner/changes?after=x").status()).isEqualTo(400);
        assertThat(partner.get("/partner/changes?limit=0").status()).isEqualTo(400);
        assertThat(partner.get("/partner/nothing").status()).isEqualTo(404);
        assertThat(partner.post("/partner/changes", "{}").status()).isEqualTo(405);
        assertThat(newsroom.feeds.get("/partner/changes").status()).isEqualTo(401);
        assertThat(newsroom.chief.get("/partner/manifest").status()).isEqualTo(403);
    }
}
