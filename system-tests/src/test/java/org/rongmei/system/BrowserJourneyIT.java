// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rongmei.test.Http;
import org.xml.sax.SAXException;

/** The site in a real browser: the one that is installed. */
@ExtendWith(Chromium.WhereItIs.class)
class BrowserJourneyIT {

    @TempDir
    static Path data;

    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    private static Suite suite;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() {
        suite = Suite.allInOne(data);
        playwright = Playwright.create();
        browser = Chromium.launch(playwright);
    }

    private static Map<String, String> kinds() {
        if (KINDS.isEmpty()) {
            KINDS.putAll(PageKinds.of(suite));
        }
        return KINDS;
    }

    /** GB/T 37668 level 2 and WCAG 2.2 AA, as far as a program can tell; light and dark, because of the contrasts. */
    @Test
    void everyKindOfPageCanBeUsedByEverybody() throws IOException {
        String axe;
        try (InputStream script = Objects.requireNonNull(getClass().getResourceAsStream("/axe.min.js"))) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (Page page = browser.newPage(new Browser.NewPageOptions().setColorScheme(scheme))) {
                kinds().forEach((kind, address) -> {
                    page.navigate(suite.siteUrl() + address);
                    page.evaluate(axe);

                    Object violations = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a',"
                            + " 'wcag21aa', 'wcag22aa', 'best-practice']}).then(found => found.violations.map("
                            + " rule => rule.id + ': ' + rule.nodes.map(node => node.html).join(' ')))");

                    assertThat((List<?>) violations).as("%s, %s", kind, scheme).isEmpty();
                });
            }
        }
    }

    /** By the Nu checker. */
    @Test
    void everyKindOfPageIsValid() {
        kinds().forEach((kind, address) -> {
            EmbeddedValidator checker = new EmbeddedValidator();
            checker.setOutputFormat(EmbeddedValidator.OutputFormat.TEXT);
            byte[] html = suite.site().get(address).body().getBytes(StandardCharsets.UTF_8);
            try {
                assertThat(checker.validate(new ByteArrayInputStream(html)))
                        .as(kind)
                        .contains("No errors found")
                        .doesNotContain("warning");
            } catch (IOException | SAXException e) {
                throw new AssertionError(kind, e);
            }
        });
    }

    /** What the register of the sample lacks is in the footer, and no page's fault. */
    @Test
    void everyKindOfPageSaysWhatTheLawWants() {
        String footer = suite.siteInfo()
                .with("Accept", "text/html")
                .get("/sites/sample/footer")
                .body();
        List<String> lacking = new ArrayList<>(findings("<!DOCTYPE html><html lang='zh-CN'><body>" + footer, "other"));
        lacking.add("AV_LICENCE_MISSING"); // of a page with a recording
        kinds().forEach((kind, address) -> {
            String pageKind = kind.equals("home") ? "home" : address.startsWith("/articles/") ? "article" : "other";

            assertThat(findings(suite.site().get(address).body(), pageKind))
                    .as(kind)
                    .isNotEmpty()
                    .isSubsetOf(lacking);
        });
    }

    private static List<String> findings(String html, String pageKind) {
        Http.Answer checked = suite.siteInfo()
                .post(
                        "/checks",
                        Json.createObjectBuilder()
                                .add("html", html)
                                .add("site", "sample")
                                .add("pageKind", pageKind)
                                .build()
                                .toString());
        assertThat(checked.status()).as(checked.body()).isEqualTo(200);
        return checked.json().getJsonArray("findings").getValuesAs(JsonObject.class).stream()
                .map(finding -> finding.getString("id"))
                .distinct()
                .toList();
    }

    @AfterAll
    static void stop() {
        playwright.close();
        suite.close();
    }

    @Test
    void readerGoesFromTheFrontPageToAnArticleAndItsSection() {
        List<String> faults = new ArrayList<>();
        try (Page page = browser.newPage()) {
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    faults.add(message.text());
                }
            });
            page.onRequestFailed(request -> faults.add(request.url()));
            page.navigate(suite.siteUrl() + "/");

            String headline = page.locator(".latest .title a").first().innerText();
            page.locator(".latest .title a").first().click();

            assertThat(page.locator("h1").innerText()).isEqualTo(headline);
            assertThat(page.locator("footer.imprint").innerText())
                    .contains("主办：")
                    .contains("备案号：");

            page.locator(".breadcrumb a").last().click();

            assertThat(page.locator(".entries").innerText()).contains(headline);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void noPageIsWiderThanTheSmallestScreen() {
        try (Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(320, 800))) {
            for (String path : kinds().values()) {
                page.navigate(suite.siteUrl() + path);

                Object width = page.evaluate("document.documentElement.scrollWidth");

                assertThat(((Number) width).intValue()).as(path).isLessThanOrEqualTo(320);
            }
        }
    }

    /** Pictures have their sizes, and nothing comes in between later. */
    @Test
    void nothingMovesWhileAPageIsLoaded() {
        String shifts = "new Promise(done => { let sum = 0; new PerformanceObserver(list =>"
                + " list.getEntries().forEach(entry => { sum += entry.value; }))"
                + ".observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(sum), 300); })";
        for (int width : new int[] {360, 1440}) {
            try (Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 900))) {
                kinds().forEach((kind, path) -> {
                    page.navigate(suite.siteUrl() + path);

                    assertThat(((Number) page.evaluate(shifts)).doubleValue())
                            .as("%s, %s", kind, width)
                            .isLessThan(0.01);
                });
            }
        }
    }

    /** How long it took is not for a test to judge: it is in target/largest-contentful-paint.csv, in milliseconds. */
    @Test
    void largestThingOfAPageIsPainted() throws IOException {
        String paint = "new Promise(done => new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))"
                + ".observe({type: 'largest-contentful-paint', buffered: true}))";
        List<String> lines = new ArrayList<>(List.of("page,width,ms"));
        for (int width : new int[] {360, 1440}) {
            kinds().forEach((kind, path) -> {
                // A browser of its own has nothing in its cache.
                try (Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 900))) {
                    page.navigate(suite.siteUrl() + path);

                    double after = ((Number) page.evaluate(paint)).doubleValue();

                    assertThat(after).as(kind).isPositive();
                    lines.add("%s,%d,%.0f".formatted(kind, width, after));
                }
            });
        }
        Files.write(Path.of("target/largest-contentful-paint.csv"), lines);
    }

    @Test
    void readingIsCountedUnlessTheReaderDoesNotWantIt() {
        String path = kinds().entrySet().stream()
                .filter(kind -> kind.getValue().startsWith("/articles/")
                        && !kind.getKey().equals("gone"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        for (String wish : List.of("null", "'1'")) {
            try (Page page = browser.newPage()) {
                page.addInitScript("Object.defineProperty(navigator, 'doNotTrack', {get: () => " + wish + "});"
                        + "window.sent = []; navigator.sendBeacon = address => window.sent.push(address);");
                page.navigate(suite.siteUrl() + path);
                page.waitForTimeout(4_000);

                assertThat((List<?>) page.evaluate("window.sent"))
                        .as(wish)
                        .isEqualTo(wish.equals("null") ? List.of("/content" + path + "/views") : List.of());
            }
        }
    }

    /** docs/frontends/index.html, with our host in the place of the example's. */
    @Test
    void siteOfFiftyLinesWorks() throws IOException {
        String source = Files.readString(Path.of(System.getProperty("rongmei.root"), "docs/frontends/index.html"));
        byte[] html = source.replace("https://news.example", suite.siteUrl()).getBytes(StandardCharsets.UTF_8);
        HttpServer foreign = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        foreign.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
            exchange.close();
        });
        foreign.start();
        try (Page page = browser.newPage()) {
            page.navigate("http://127.0.0.1:" + foreign.getAddress().getPort() + "/");
            Locator headline = page.locator("main a").first();
            headline.waitFor();
            String title = headline.innerText();

            headline.click();
            page.locator("main > h2").waitFor();

            assertThat(page.locator("main > h2").innerText()).isEqualTo(title);
            assertThat(page.locator("main > div").innerText()).isNotBlank();
            assertThat(page.locator("nav a").count()).isPositive();
            assertThat(page.locator("site-footer footer").innerText()).contains("主办：");
        } finally {
            foreign.stop(0);
        }
    }

    @Test
    void firstScreenOfTheFrontPageShowsEightHeadlines() {
        try (Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1440, 900))) {
            page.navigate(suite.siteUrl() + "/");

            Object headlines = page.evaluate("[...document.querySelectorAll('.lead h2 a, .title a')]"
                    + ".filter(link => link.getBoundingClientRect().bottom < 900).length");

            assertThat(((Number) headlines).intValue()).isGreaterThanOrEqualTo(8);
        }
    }

    /** Chromium has no XSLT any more, and runs nothing here: what is shown is what the style sheet lets through. */
    @Test
    void feedThatIsOpenedCanBeRead() {
        try (Page page = browser.newPage()) {
            for (String document : List.of("rss.xml", "atom.xml")) {
                page.navigate(suite.siteUrl() + "/feeds/" + document);

                assertThat(shown(page, "title").toString()).as(document).isEqualTo("青岚新闻网");
                assertThat(shown(page, "item > title, entry > title")).isNotEqualTo("");
                assertThat(shown(page, "item > description, entry > summary")).isNotEqualTo("");
                assertThat(page.evaluate("[...document.querySelectorAll('content, encoded, guid, id')]"
                                + ".every(hidden => getComputedStyle(hidden).display === 'none')"))
                        .as("no HTML as text")
                        .isEqualTo(true);
            }
        }
    }

    /** The text of the first such element, empty when it is not to be seen. */
    private static Object shown(Page page, String elements) {
        return page.evaluate(
                "selector => { const first = document.querySelector(selector);"
                        + " return getComputedStyle(first).display === 'block' && first.getBoundingClientRect().height > 0"
                        + " ? first.textContent : '' }",
                elements);
    }

    /** Nothing inline, no strings that become markup, and no host but the one that the footer comes from. */
    @Test
    void footerIsOnAForeignPageUnderAStrictPolicy() throws IOException {
        String policy = "default-src 'none'; script-src %1$s; connect-src %1$s; require-trusted-types-for 'script'"
                .formatted(suite.siteUrl());
        HttpServer foreign = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        foreign.createContext("/", exchange -> {
            byte[] html = """
                    <!DOCTYPE html><html lang="zh-CN"><title>别的网站</title>
                    <script src="%s/site-info/sites/sample/footer.js" defer></script>
                    <h1>别的网站</h1><site-footer site="sample">还没有页脚</site-footer>
                    """.formatted(suite.siteUrl()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().set("Content-Security-Policy", policy);
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
            exchange.close();
        });
        foreign.start();
        List<String> faults = new ArrayList<>();
        try (Page page = browser.newPage()) {
            page.onConsoleMessage(message -> faults.add(message.text()));
            page.onPageError(faults::add);
            page.navigate("http://127.0.0.1:" + foreign.getAddress().getPort() + "/");

            Locator footer = page.locator("site-footer footer");
            footer.waitFor();

            assertThat(footer.innerText()).contains("主办：青岚县融媒体中心", "备案号：", "举报电话：", "示例站点");
            assertThat(footer.locator("svg").count()).isEqualTo(1);
            assertThat(footer.locator("ul").first().evaluate("list => getComputedStyle(list).display"))
                    .isEqualTo("flex");
        } finally {
            foreign.stop(0);
        }
        assertThat(faults).filteredOn(fault -> !fault.contains("data:,")).isEmpty();
    }
}
