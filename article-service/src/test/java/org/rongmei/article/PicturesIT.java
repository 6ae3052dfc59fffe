// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.rongmei.article.media.Samples;
import org.rongmei.test.Deployments;
import org.rongmei.test.Http;
import org.rongmei.test.Reviewers;

/** Pictures as a newsroom sends them and as a reader gets them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PicturesIT {

    private static final List<String> RENDITIONS = List.of("original", "large", "medium", "thumbnail");

    @Deployment(testable = false)
    static WebArchive service() {
        return Deployments.service("article-service", "content");
    }

    private final Http anybody = Http.at("http://localhost:" + System.getProperty("rongmei.it.port") + "/content");
    private final Http reporter = anybody.as("reporter");
    private final Http chief = anybody.as("chief-editor");

    @Test
    void pictureIsKeptWithItsWordsAndInFourSizes() {
        Http.Answer kept = reporter.upload(
                "/media",
                Map.of(
                        "file", Samples.opaque(2000, 1000, "png"),
                        "alt", "金黄的梯田𠮷",
                        "caption", "秋收",
                        "credit", "钟亦安 摄"));

        assertThat(kept.status()).as(kept.body()).isEqualTo(201);
        JsonObject picture = kept.json();
        assertThat(picture.getString("type")).isEqualTo("image/jpeg");
        assertThat(picture.getInt("width")).isEqualTo(2000);
        assertThat(picture.getInt("height")).isEqualTo(1000);
        assertThat(picture.getString("alt")).isEqualTo("金黄的梯田𠮷");
        assertThat(picture.getString("caption")).isEqualTo("秋收");
        assertThat(picture.getString("credit")).isEqualTo("钟亦安 摄");
        String path = path(kept);
        assertThat(reporter.get(path).body()).isEqualTo(kept.body());
        assertThat(reporter.get(path).header("ETag")).isEqualTo(kept.header("ETag"));
        assertThat(RENDITIONS).allSatisfy(rendition -> {
            HttpResponse<byte[]> pixels = reporter.download(path + "/" + rendition);
            assertThat(pixels.statusCode()).isEqualTo(200);
            assertThat(pixels.headers().firstValue("Content-Type")).contains("image/jpeg");
            assertThat(pixels.headers().firstValueAsLong("Content-Length")).hasValue(pixels.body().length);
            assertThat(Samples.read(pixels.body())).isNotNull();
        });
    }

    @Test
    void pictureOfADraftIsAsHiddenAsTheDraft() {
        String picture = path(upload("梯田"));
        String article = draft(picture);

        assertHidden(picture);
        assertThat(reporter.get(picture).status()).isEqualTo(200);
        assertThat(RENDITIONS)
                .allSatisfy(rendition -> assertThat(
                                reporter.download(picture + "/" + rendition).statusCode())
                        .isEqualTo(200));
        assertThat(anybody.get("/media").status()).isEqualTo(401);
        assertThat(anybody.as("partner").get("/media").status()).isEqualTo(403);

        String etag = publish(article);

        assertThat(anybody.get(picture).json().getString("alt")).isEqualTo("梯田");
        assertThat(RENDITIONS)
                .allSatisfy(rendition -> assertThat(
                                anybody.download(picture + "/" + rendition).statusCode())
                        .isEqualTo(200));

        assertThat(chief.with("If-Match", etag)
                        .delete(article + "/publication", "{\"reason\":\"核实\"}")
                        .status())
                .isEqualTo(200);

        assertHidden(picture);
        assertThat(reporter.get(picture).status()).isEqualTo(200);
    }

    @Test
    void pictureOfANewVersionIsHiddenUntilThatIsPublished() {
        String shown = path(upload("旧的"));
        String article = draft(shown);
        publish(article);
        String coming = path(upload("新的"));
        String section = reporter.get(article).json().getString("section");
        Http.Answer edited = reporter.with("If-Match", "*")
                .put(
                        article,
                        "{\"section\":\"%s\",\"title\":\"换了图的\",\"images\":[{\"id\":\"%s\"}]}"
                                .formatted(section, coming.substring(coming.lastIndexOf('/') + 1)));
        assertThat(edited.status()).as(edited.body()).isEqualTo(200);

        assertHidden(coming);
        assertThat(anybody.get(shown).status()).isEqualTo(200);

        publish(article);

        assertThat(anybody.get(coming).status()).isEqualTo(200);
        assertHidden(shown);
    }

    /** For the public and for whoever has no business in the newsroom, whatever they claim to have seen. */
    private void assertHidden(String picture) {
        String id = picture.substring(picture.lastIndexOf('/') + 1);
        for (Http reader : List.of(anybody, anybody.as("partner"), anybody.as("syndicator"))) {
            for (String rendition : RENDITIONS) {
                String guess = "\"" + id + "-" + rendition + "\"";
                for (Http asking : List.of(
                        reader,
                        reader.with("If-None-Match", guess),
                        reader.with("If-None-Match", "W/" + guess),
                        reader.with("If-None-Match", "*"))) {
                    assertThat(asking.get(picture + "/" + rendition).status()).isEqualTo(404);
                }
                assertThat(reader.send("HEAD", picture + "/" + rendition, null, null)
                                .status())
                        .isEqualTo(404);
            }
            assertThat(reader.get(picture).status()).isEqualTo(404);
            assertThat(reader.with("If-None-Match", "\"1\"").get(picture).status())
                    .isEqualTo(404);
            assertThat(reader.with("If-None-Match", "*").get(picture).status()).isEqualTo(404);
        }
    }

    @Test
    void addressOfPixelsIsKeptLongByBrowsersAndShortlyByWhatIsBetween() {
        String picture = path(upload("梯田"));
        publish(draft(picture));

        Http.Answer first = anybody.get(picture + "/large");
        Http.Answer again = anybody.with("If-None-Match", first.header("ETag")).get(picture + "/large");

        assertThat(first.header("Cache-Control"))
                .contains("max-age=31536000")
                .contains("s-maxage=30")
                .contains("immutable");
        assertThat(first.response().headers().allValues("Vary").toString()).contains("Authorization");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("Cache-Control")).isEqualTo(first.header("Cache-Control"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(reporter.get(picture + "/large").header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(anybody.send("HEAD", picture + "/large", null, null).header("Content-Length"))
                .isEqualTo(first.header("Content-Length"));
    }

    @Test
    void wordsAreChangedOnlyByWhoeverHasSeenThem() {
        Http.Answer kept = upload("旧说明");
        String path = path(kept);
        String words = "{\"alt\":\"新说明\",\"caption\":\"秋收\"}";

        assertThat(reporter.put(path, words).status()).isEqualTo(428);
        assertThat(anybody.with("If-Match", "*").put(path, words).status()).isEqualTo(401);
        Http.Answer changed = reporter.with("If-Match", kept.header("ETag")).put(path, words);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(reporter.with("If-Match", kept.header("ETag"))
                        .put(path, "{}")
                        .status())
                .isEqualTo(412);

        assertThat(reporter.get(path).json().getString("alt")).isEqualTo("新说明");
        assertThat(reporter.get(path).header("ETag"))
                .isEqualTo(changed.header("ETag"))
                .isNotEqualTo(kept.header("ETag"));
        assertThat(reporter.with("If-None-Match", changed.header("ETag"))
                        .get(path)
                        .status())
                .isEqualTo(304);
    }

    @Test
    void pagesOfTheListHoldEveryPictureOnceAndUnchangedOnesAreNotSentAgain() {
        List<String> newestFirst = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            newestFirst.add(0, upload("图" + number).json().getString("id"));
        }

        List<String> seen = new ArrayList<>();
        String next = "/media?limit=2";
        while (seen.size() < 5) {
            Http.Answer page = reporter.get(next);
            page.json()
                    .getJsonArray("items")
                    .getValuesAs(JsonObject.class)
                    .forEach(item -> seen.add(item.getString("id")));
            String path = page.json().getString("next");
            assertThat(page.header("Link")).isEqualTo("<" + path + ">; rel=\"next\"");
            next = path.substring("/content".length());
            upload("插队的");
        }
        Http.Answer list = reporter.get("/media?limit=1");
        Http unchanged = reporter.with("If-None-Match", list.header("ETag"));

        assertThat(seen.subList(0, 5)).isEqualTo(newestFirst);
        assertThat(unchanged.get("/media?limit=1").status()).isEqualTo(304);
        upload("更新的");
        assertThat(unchanged.get("/media?limit=1").status()).isEqualTo(200);
    }

    @Test
    void sameUploadSentTwiceIsKeptOnce() {
        Http once = reporter.with("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, ?> form = Map.of("file", Samples.opaque(40, 30, "png"), "alt", "一次");

        Http.Answer first = once.upload("/media", form);
        Http.Answer second = once.upload("/media", form);

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.body()).isEqualTo(first.body());
    }

    static List<Object[]> refusals() {
        byte[] png = Samples.opaque(40, 30, "png");
        return List.of(
                new Object[] {"svg", Samples.text("<svg onload=\"alert(1)\"/>"), "alt", null, 415, "file"},
                new Object[] {"svg", Samples.text("<?xml version=\"1.0\"?>\n<svg/>"), "alt", null, 415, "file"},
                new Object[] {"page", Samples.text("<html></html>"), "alt", null, 415, "file"},
                new Object[] {"nothing", new byte[0], "alt", null, 415, "file"},
                new Object[] {"bomb", Samples.emptyPng(50_000, 50_000), "alt", null, 422, "file"},
                new Object[] {"torso", Arrays.copyOf(png, png.length / 2), "alt", null, 422, "file"},
                new Object[] {"no file", null, "alt", null, 422, "file"},
                new Object[] {"no alt", png, null, null, 422, "alt"},
                new Object[] {"blank alt", png, " ", null, 422, "alt"},
                new Object[] {"long alt", png, "长".repeat(401), null, 422, "alt"},
                new Object[] {"endless alt", png, "长".repeat(100_000), null, 422, "alt"},
                new Object[] {"alt that no XML carries", png, "坏\u0008字", null, 422, "alt"},
                new Object[] {"long caption", png, "alt", "长".repeat(1001), 422, "caption"},
                new Object[] {"caption that no XML carries", png, "alt", "坏\uFFFE字", 422, "caption"});
    }

    @ParameterizedTest(name = "{0}: {4}")
    @MethodSource("refusals")
    void whatCannotBeTakenIsRefusedByNameAndLeavesNothing(
            String what, byte[] file, String alt, String caption, int status, String field) throws IOException {
        long before = files();
        String newest = reporter.get("/media?limit=1").body();
        Map<String, Object> form = new HashMap<>();
        form.put("file", file);
        form.put("alt", alt);
        form.put("caption", caption);
        form.values().removeIf(value -> value == null);

        Http.Answer refused = reporter.with("Accept-Language", "en").upload("/media", form);

        assertThat(refused.status()).as(refused.body()).isEqualTo(status);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().getString("detail")).isNotBlank();
        assertThat(refused.json().getJsonArray("errors").getValuesAs(JsonObject.class))
                .extracting(error -> error.getString("field"))
                .containsExactly(field);
        assertThat(refused.body()).doesNotContain("Exception").doesNotContain("org.rongmei");
        assertThat(files()).isEqualTo(before);
        assertThat(reporter.get("/media?limit=1").body()).isEqualTo(newest);
    }

    private static long files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("rongmei.it.data"), "media"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20_000_001, 25_000_000})
    void fileOverTheLimitIsRefused(int size) {
        byte[] file = new byte[size];
        System.arraycopy(Samples.PNG, 0, file, 0, Samples.PNG.length);

        Http.Answer refused = reporter.upload("/media", Map.of("file", file, "alt", "太大"));

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.json().getString("detail")).isNotBlank();
    }

    @Test
    void uploadNeedsARole() {
        Map<String, ?> form = Map.of("file", Samples.opaque(40, 30, "png"), "alt", "无权");

        assertThat(anybody.upload("/media", form).status()).isEqualTo(401);
        assertThat(anybody.as("partner").upload("/media", form).status()).isEqualTo(403);
        assertThat(anybody.as("syndicator").upload("/media", form).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"huge", "ORIGINAL", "original.jpg", "..", "large%20"})
    void renditionThatThereIsNoneOfIsNotFound(String rendition) {
        String picture = path(upload("梯田"));

        assertThat(reporter.get(picture + "/" + rendition).status()).isEqualTo(404);
    }

    @Test
    void wordsOfAPictureAreHeldToTheSameRules() {
        Http.Answer kept = upload("梯田");
        Http editing = reporter.with("If-Match", kept.header("ETag"));

        for (String words : List.of(
                "{}", "{\"alt\":\"\"}", "{\"alt\":\"坏\\u0008字\"}", "{\"alt\":\"%s\"}".formatted("长".repeat(401)))) {
            assertThat(editing.put(path(kept), words).status()).isEqualTo(422);
        }
        assertThat(editing.put(path(kept), "{\"alt\":").status()).isEqualTo(400);
        assertThat(reporter.get(path(kept)).header("ETag")).isEqualTo(kept.header("ETag"));
    }

    private Http.Answer upload(String alt) {
        Http.Answer kept = reporter.upload("/media", Map.of("file", Samples.opaque(40, 30, "png"), "alt", alt));
        assertThat(kept.status()).as(kept.body()).isEqualTo(201);
        return kept;
    }

    private static String path(Http.Answer created) {
        return created.header("Location").substring("/content".length());
    }

    private String draft(String picture) {
        String section = "p" + UUID.randomUUID().toString().substring(0, 8);
        chief.put("/sections/" + section, "{\"name\":\"新闻\"}");
        String id = picture.substring(picture.lastIndexOf('/') + 1);
        Http.Answer drafted = reporter.post(
                "/articles",
                "{\"section\":\"%s\",\"title\":\"有图的\",\"images\":[{\"id\":\"%s\"}]}".formatted(section, id));
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        return path(drafted);
    }

    private String publish(String article) {
        Reviewers.approve(anybody, article);
        Http.Answer published = chief.with("If-Match", "*").put(article + "/publication", "{}");
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        return published.header("ETag");
    }
}
