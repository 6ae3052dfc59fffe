// SPDX-License-Identifier: Apache-2.0
package org.rongmei.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it makes of what it is told; that it is told the truth is shown by a journey. */
class InspectTest {

    private static final String FOOTER = "<footer class='imprint' data-site=\"sample\">主办：青岚县融媒体中心</footer>";

    @TempDir
    Path folder;

    private final Map<String, String> pages = new TreeMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        pages.put("/", FOOTER);
        pages.put("/news/", FOOTER);
        pages.put("/articles/1", FOOTER + "ALT");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String body = switch (path) {
            case "/sitemap.xml" -> sitemap(List.of("/sitemap-a.xml"));
            case "/sitemap-a.xml" -> sitemap(new ArrayList<>(pages.keySet()));
            case "/site-info/sites" -> "{\"items\":[{\"site\":\"sample\",\"hosts\":[\"news.example\"]}]}";
            case "/site-info/sites/sample/footer" -> FOOTER;
            case "/site-info/checks" ->
                "{\"findings\":[" + (question.contains("ALT") ? "{\"id\":\"IMG_ALT_MISSING\"}" : "") + "]}";
            default -> pages.getOrDefault(path, "");
        };
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(bytes.length == 0 ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String sitemap(List<String> paths) {
        StringBuilder xml = new StringBuilder("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
        paths.forEach(path ->
                xml.append("<url><loc>https://news.example").append(path).append("</loc></url>"));
        return xml.append("</urlset>").toString();
    }

    private String inspect(String... words) throws InterruptedException {
        out.reset();
        String site = "http://localhost:" + server.getAddress().getPort();
        ServiceClient siteInfo = new ServiceClient(site + "/site-info", "site-admin", "secret", Duration.ofSeconds(20));
        new Inspect(site, siteInfo, new PrintStream(out, true, StandardCharsets.UTF_8))
                .run(new ArrayList<>(List.of(words)));
        return told();
    }

    private String told() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void eachRuleHasItsCoverage() throws InterruptedException {
        assertThat(inspect())
                .contains("3 pages checked.")
                .containsPattern("IMG_ALT_MISSING +kept on 2 \\(66\\.7 %\\), broken on 1: /articles/1")
                .contains("Every other rule is kept on every page.");
    }

    @Test
    void pageWithoutItsFooterIsAFailure() {
        pages.put("/news/", "<p>没有页脚</p>");

        assertThatExceptionOfType(Refusal.class).isThrownBy(this::inspect).withMessageStartingWith("1 pages");
        assertThat(told()).containsPattern("FOOTER_MISSING .*: /news/");
    }

    @Test
    void pageThatTheSitemapNamesAndTheSiteHasNotIsAFailure() {
        pages.put("/articles/2", "");

        assertThatExceptionOfType(Refusal.class).isThrownBy(this::inspect);
        assertThat(told()).containsPattern("PAGE_MISSING .*: /articles/2");
    }

    @Test
    void whatHasChangedSinceTheLastTimeIsSaid() throws InterruptedException {
        String file = folder.resolve("found.json").toString();
        assertThat(inspect(file)).doesNotContain("Since the last time");
        assertThat(inspect(file)).contains("nothing has changed");

        pages.put("/articles/1", FOOTER);
        pages.put("/articles/3", FOOTER + "ALT");
        pages.remove("/news/");

        assertThat(inspect(file))
                .contains("/articles/1 -IMG_ALT_MISSING")
                .contains("/articles/3 new page +IMG_ALT_MISSING")
                .contains("/news/ page gone");
    }

    @Test
    void anythingElseIsExplained() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> inspect("--destroy"))
                .withMessageContaining("./inspect");
    }
}
