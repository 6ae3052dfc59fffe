// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongmei.test.Contracts;
import org.rongmei.test.Deployments;
import org.rongmei.test.Http;

/** The footer of the reference page, asked for as pages and other sites ask. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FooterIT {

    private static final List<String> FORMS =
            List.of("text/html", "application/json", "application/ld+json", "text/plain");
    private static final Pattern CONNECTIONS =
            Pattern.compile("(?m)^connectionpool_usedConnections_total\\{[^}]*siteinfo[^}]*} (\\S+)$");

    @Deployment(testable = false)
    static WebArchive service() {
        return Deployments.service("site-info-service", "site-info");
    }

    private final String server = "http://localhost:" + System.getProperty("rongmei.it.port");
    private final Http anybody = Http.at(server + "/site-info");
    private final Http admin = anybody.as("site-admin");
    private String site;
    private String reference;

    @BeforeEach
    void register() throws IOException {
        site = "s" + UUID.randomUUID().toString().substring(0, 8);
        reference = Files.readString(Path.of("../sample/registers/zhucheng.json"));
        // Valid from when it is recorded: what was valid before that is another test's business.
        assertThat(put(Json.createObjectBuilder(json(reference))
                                .remove("validFrom")
                                .build()
                                .toString())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void everyValueOfTheReferencePageComesOutInEveryForm() {
        for (String form : FORMS) {
            Http.Answer footer = footer(form, "");

            assertThat(footer.status()).isEqualTo(200);
            assertThat(footer.header("Content-Type")).startsWith(form);
            assertThat(footer.body())
                    .contains("关于我们", "诸城新闻", "娱乐新闻", "网站公告", "版权声明", "设为首页", "加入收藏")
                    .contains("鲁ICP备2021025553号-1", "中共诸城市委宣传部", "诸城市融媒体中心", "诸城信息港")
                    .contains("诸城市和平街173号", "262200", "安全狗网站安全检测")
                    .doesNotContain("许可证")
                    .doesNotContain("null");
        }
        assertThat(footer("text/html", "").body())
                .contains("<a href=\"https://beian.miit.gov.cn/\">鲁ICP备2021025553号-1</a>");
        assertThat(anybody.get("/sites/" + site + "/compliance").body()).contains("NEWS_LICENCE_NUMBER_MISSING");
    }

    @Test
    void threeInstantsAroundTwoVersionsGiveWhatWasSeenThen() {
        List<String> captured = new ArrayList<>();
        List<Instant> instants = new ArrayList<>();
        capture(captured, instants);
        capture(captured, instants);
        replace("诸城市和平街173号", "诸城市密州东路1号", "");
        capture(captured, instants);

        // What is recorded of the past and of the future later on changes nothing of what was seen.
        replace("诸城信息港", "更正", ",\"validFrom\":\"2020-01-01T00:00:00Z\"");
        replace("诸城信息港", "追溯", ",\"validFrom\":\"" + instants.get(0) + "\"");
        replace("诸城信息港", "将来", ",\"validFrom\":\"2099-01-01T00:00:00Z\"");

        for (int index = 0; index < instants.size(); index++) {
            assertThat(everything("?at=" + instants.get(index))).isEqualTo(captured.get(index));
        }
        assertThat(captured.get(0)).isEqualTo(captured.get(1)).contains("和平街173号");
        assertThat(captured.get(2)).contains("密州东路1号").doesNotContain("和平街173号");
        assertThat(everything("?at=2020-06-01T00:00:00Z")).contains("更正");
        assertThat(everything("?at=2099-06-01T00:00:00Z")).contains("将来");
    }

    @Test
    void correctionOfThePastIsToldToWhoeverAsksForIt() {
        Instant before = Instant.now();
        replace("诸城信息港", "追溯", ",\"validFrom\":\"" + before + "\"");
        Instant after = Instant.now();

        assertThat(footer("text/plain", "?at=" + before).body()).contains("诸城信息港");
        assertThat(footer("text/plain", "?at=" + before + "&known=" + after).body())
                .contains("追溯");
        assertThat(footer("text/plain", "").body()).contains("追溯");
    }

    @Test
    void versionForTheFutureIsInTheFooterWhenItsTimeComes() {
        Instant soon = Instant.now().plusSeconds(3);
        replace("诸城信息港", "到时候", ",\"validFrom\":\"" + soon + "\"");
        assertThat(footer("text/plain", "").body()).contains("诸城信息港");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(footer("text/plain", "").body()).contains("到时候"));

        assertThat(Instant.now()).isAfterOrEqualTo(soon);
        assertThat(footer("text/plain", "?at=" + soon.minusMillis(1)).body()).contains("诸城信息港");
        assertThat(footer("text/plain", "?at=" + soon).body()).contains("到时候");
    }

    @Test
    void changeIsInTheNextFooterOfTheSameNode() {
        for (int turn = 0; turn < 10; turn++) {
            replace("诸城信息港", "第" + turn + "次", "");

            assertThat(footer("text/plain", "").body()).contains("第" + turn + "次");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json", "application/ld+json", "text/plain"})
    void unchangedFooterIsNotSentAgain(String form) {
        Http.Answer footer = footer(form, "");

        Http.Answer again = anybody.with("Accept", form)
                .with("If-None-Match", footer.header("ETag"))
                .get("/sites/" + site + "/footer");

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        for (Http.Answer answer : List.of(footer, again)) {
            assertThat(answer.header("ETag")).isEqualTo(footer.header("ETag"));
            assertThat(answer.header("Cache-Control"))
                    .contains("max-age=30")
                    .contains("s-maxage=30")
                    .contains("stale-if-error=");
            assertThat(String.join(",", answer.response().headers().allValues("Vary")))
                    .contains("Accept");
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        }
    }

    @Test
    void askingAgainCostsNoQuery() {
        String etag = footer("text/html", "").header("ETag");
        double before = connectionsUsed();
        assertThat(before).isPositive();

        for (int time = 0; time < 300; time++) {
            assertThat(anybody.with("Accept", "text/html")
                            .with("If-None-Match", etag)
                            .get("/sites/" + site + "/footer")
                            .status())
                    .isEqualTo(304);
        }

        // One count when the copy has grown old, whoever asks how often.
        assertThat(connectionsUsed() - before).isLessThan(10);
    }

    @Test
    void elementForOtherSitesMayBeLoadedByThem() {
        Http.Answer script = anybody.with("Origin", "https://other.example").get("/sites/" + site + "/footer.js");

        assertThat(script.status()).isEqualTo(200);
        assertThat(script.header("Content-Type")).isEqualTo("text/javascript;charset=utf-8");
        assertThat(script.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(script.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(script.body())
                .contains("\"site-footer\"")
                .doesNotContain("innerHTML")
                .doesNotContain("eval(")
                .doesNotContain(".style");
        assertThat(anybody.with("If-None-Match", script.header("ETag"))
                        .get("/sites/" + site + "/footer.js")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void footerOfASiteThatHasAllIsThatOfTheContract() {
        JsonObject contract = json(Contracts.read("footer.json"));
        JsonObject register = json(Contracts.read("register.json"));
        String all = Json.createObjectBuilder(register)
                .remove("hosts")
                .remove("validFrom")
                .build()
                .toString();
        Http.Answer put = admin.with("If-Match", "*").put("/sites/" + site, all);
        assertThat(put.status()).as(put.body()).isEqualTo(200);

        JsonObject footer = footer("application/json", "").json();

        assertThat(Json.createObjectBuilder(footer).remove("site").build())
                .isEqualTo(Json.createObjectBuilder(contract).remove("site").build());
    }

    private double connectionsUsed() {
        Matcher used = CONNECTIONS.matcher(Http.at(server).get("/metrics").body());
        assertThat(used.find()).isTrue();
        return Double.parseDouble(used.group(1));
    }

    private void capture(List<String> captured, List<Instant> instants) {
        captured.add(everything(""));
        instants.add(Instant.now());
    }

    /** The register and its footer in every form, to the byte. */
    private String everything(String query) {
        StringBuilder all =
                new StringBuilder(anybody.get("/sites/" + site + query).body());
        FORMS.forEach(form -> all.append('\n').append(footer(form, query).body()));
        return all.toString();
    }

    private Http.Answer footer(String form, String query) {
        return anybody.with("Accept", form).get("/sites/" + site + "/footer" + query);
    }

    private void replace(String old, String text, String more) {
        String register = reference.replace(old, text).replace(",\n  \"validFrom\": \"2021-01-01T00:00:00Z\"", more);
        assertThat(register).doesNotContain("2021-01-01");
        Http.Answer put = put(register);
        assertThat(put.status()).as(put.body()).isEqualTo(200);
    }

    private Http.Answer put(String register) {
        return admin.with("If-Match", "*").put("/sites/" + site, register);
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
