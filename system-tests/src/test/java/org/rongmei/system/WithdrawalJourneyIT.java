// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongmei.test.Http;
import org.rongmei.test.ItServer;
import org.rongmei.test.Reviewers;

/**
 * Sixty seconds after a withdrawal no address yields the text, also not through a proxy that keeps what it may
 * (互联网信息服务管理办法 第十六条: stop it at once). The servers are killed and started again meanwhile.
 */
class WithdrawalJourneyIT {

    private static final String WORD = "青石板桥的来历";
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private static final String TAG = "ferry";
    private static final String AUTHOR = "ferryman";

    @TempDir
    Path data;

    @TempDir
    Path proxyFiles;

    @Test
    void nothingIsLeftAfterAMinute() throws Exception {
        Process proxy = null;
        Suite suite = Suite.allInOne(data);
        try {
            int port = ItServer.freePort();
            proxy = startProxy(port, suite.siteUrl());
            Http cached = Http.at("http://localhost:" + port);
            Slice slice = new Slice(suite, "gone");
            slice.openSection("往事");
            Http.Answer picture = suite.content()
                    .as("reporter")
                    .upload(
                            "/media",
                            Map.of(
                                    "file",
                                    Files.readAllBytes(Path.of(
                                            System.getProperty("rongmei.root"), "sample/pictures/apple-orchard.jpg")),
                                    "alt",
                                    WORD));
            assertThat(picture.status()).as(picture.body()).isEqualTo(201);
            String rendition = picture.json().getJsonObject("renditions").getString("medium");
            String article = publish(suite, picture.json().getString("id"));
            String story = article.substring("/articles/".length());
            List<String> texts = List.of(
                    "/content" + article,
                    "/content/articles?fields=full",
                    "/content/articles?section=gone",
                    "/content/changes?after=40&limit=100",
                    "/content/search?q=%E9%9D%92%E7%9F%B3%E6%9D%BF%E6%A1%A5",
                    "/feeds/rss.xml",
                    "/feeds/atom.xml",
                    "/feeds/feed.json",
                    "/content/articles?tag=" + TAG,
                    "/content/articles?author=" + AUTHOR,
                    "/feeds/sections/gone/rss.xml",
                    "/feeds/tags/" + TAG + "/rss.xml",
                    "/feeds/tags/" + TAG + "/atom.xml",
                    "/feeds/authors/" + AUTHOR + "/feed.json",
                    "/",
                    "/gone/",
                    "/articles/" + story);
            for (String address : texts) {
                await().atMost(Duration.ofSeconds(40))
                        .untilAsserted(
                                () -> assertThat(suite.server().get(address).body())
                                        .as(address)
                                        .contains(WORD));
                // What the proxy had of it before may be half a minute old.
                await().atMost(Duration.ofSeconds(40))
                        .untilAsserted(() -> assertThat(cached.get(address).body())
                                .as(address)
                                .contains(WORD));
            }
            assertThat(cached.get(rendition).status()).isEqualTo(200);
            assertThat(hits(cached, texts)).as("the proxy keeps what it may").isPositive();

            slice.withdraw(article);
            Instant acknowledged = Instant.now();
            assertThat(suite.content().get(article).status()).isEqualTo(410);
            suite.kill();
            try (Suite again = Suite.allInOneAt(suite.port(), data)) {
                Thread.sleep(Math.max(
                        0,
                        Duration.between(Instant.now(), acknowledged.plus(DEADLINE))
                                .toMillis()));
                // The newsroom keeps its record, but takes none of it elsewhere.
                assertThat(again.server().as("reporter").get("/content/exports").body())
                        .doesNotContain("桥下的水");
                for (Http door : List.of(cached, again.server())) {
                    for (String address : texts) {
                        assertThat(door.get(address).body())
                                .as(address)
                                .doesNotContain(WORD)
                                .doesNotContain("桥下的水");
                    }
                    assertThat(door.get("/content" + article).status()).isEqualTo(410);
                    assertThat(door.get("/articles/" + story).status()).isEqualTo(410);
                    assertThat(door.get(rendition).status()).isIn(404, 410);
                }
            }
        } finally {
            suite.close();
            if (proxy != null) {
                proxy.destroy();
                proxy.waitFor(20, TimeUnit.SECONDS);
            }
        }
    }

    private static String publish(Suite suite, String picture) {
        Http.Answer drafted = suite.content().as("reporter").post("/articles", """
                {"section":"gone","title":"%s","body":"<p>桥下的水。</p>","images":[{"id":"%s","alt":"%s"}],
                "tags":["ferry"],"credits":[{"role":"记者","name":"ferryman"}]}
                """.formatted(WORD, picture, WORD));
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        String path = drafted.header("Location").substring("/content".length());
        Reviewers.publish(suite.content(), path, "{}");
        return path;
    }

    private static long hits(Http cached, List<String> addresses) {
        return addresses.stream()
                .filter(address -> cached.get(address).header("X-Cache").equals("HIT"))
                .count();
    }

    /** A proxy as any: it keeps what the answers allow, and not a moment longer. */
    private Process startProxy(int port, String upstream) throws IOException {
        Path configuration = proxyFiles.resolve("nginx.conf");
        Files.writeString(configuration, """
                daemon off;
                user root;
                pid %1$s/pid;
                error_log %1$s/error.log;
                events {}
                http {
                  access_log off;
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                  proxy_cache_path %1$s/cache keys_zone=pages:10m;
                  server {
                    listen 127.0.0.1:%2$d;
                    location / {
                      proxy_pass %3$s;
                      proxy_cache pages;
                      proxy_cache_revalidate on;
                      add_header X-Cache $upstream_cache_status always;
                    }
                  }
                }
                """.formatted(proxyFiles, port, upstream));
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/sbin/nginx")), "nginx is not installed; .ci/run installs it");
        Process proxy = new ProcessBuilder(
                        "/usr/sbin/nginx", "-p", proxyFiles.toString(), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(proxyFiles.resolve("out.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(
                                Http.at("http://localhost:" + port).get("/").status())
                        .isEqualTo(200));
        return proxy;
    }
}
