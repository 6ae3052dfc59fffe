// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongmei.test.Contracts;
import org.rongmei.test.Deployments;
import org.rongmei.test.Http;

/** The register and its footer, asked as a client asks. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RegisterIT {

    @Deployment(testable = false)
    static WebArchive service() {
        return Deployments.service("site-info-service", "site-info");
    }

    private final Http anybody = Http.at("http://localhost:" + System.getProperty("rongmei.it.port") + "/site-info");
    private final Http admin = anybody.as("site-admin");
    private String site;

    @BeforeEach
    void register() {
        site = "s" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(admin.put("/sites/" + site, register("甲新闻网")).status()).isEqualTo(201);
    }

    @Test
    void newVersionNeedsToKnowTheOneInForce() {
        String etag = anybody.get("/sites/" + site).header("ETag");

        assertThat(admin.put("/sites/" + site, register("乙新闻网")).status()).isEqualTo(428);
        assertThat(admin.with("If-Match", etag)
                        .put("/sites/" + site, register("乙新闻网"))
                        .status())
                .isEqualTo(200);
        assertThat(admin.with("If-Match", etag)
                        .put("/sites/" + site, register("丙新闻网"))
                        .status())
                .isEqualTo(412);
        assertThat(anybody.get("/sites/" + site).json().getString("name")).isEqualTo("乙新闻网");
    }

    @Test
    void whatWasTrueThenIsStillToldForThen() {
        String before = anybody.get("/sites/" + site).json().getString("recordedAt");
        String footer = anybody.with("Accept", "text/html")
                .get("/sites/" + site + "/footer")
                .body();
        admin.with("If-Match", "*").put("/sites/" + site, register("乙新闻网").replace("和平街173号", "建设路1号"));

        assertThat(anybody.with("Accept", "text/html")
                        .get("/sites/" + site + "/footer?at=" + before)
                        .body())
                .isEqualTo(footer);
        assertThat(anybody.with("Accept", "text/html")
                        .get("/sites/" + site + "/footer")
                        .body())
                .contains("建设路1号");
        assertThat(anybody.get("/sites/" + site + "?at=2001-01-01T00:00:00Z").status())
                .isEqualTo(404);
        assertThat(admin.get("/sites/" + site + "/versions").json().getJsonArray("items"))
                .hasSize(2);
    }

    @Test
    void changeForTheFutureWaitsForItsTime() {
        JsonObject future = Json.createObjectBuilder(json(register("明年的名字")))
                .add("validFrom", "2099-01-01T00:00:00Z")
                .build();

        admin.with("If-Match", "*").put("/sites/" + site, future.toString());

        assertThat(anybody.get("/sites/" + site).json().getString("name")).isEqualTo("甲新闻网");
        assertThat(anybody.get("/sites/" + site + "?at=2099-06-01T00:00:00Z")
                        .json()
                        .getString("name"))
                .isEqualTo("明年的名字");
    }

    @Test
    void labelWithoutAValueIsNotInTheFooter() {
        for (String type : new String[] {"text/html", "text/plain", "application/json", "application/ld+json"}) {
            Http.Answer footer = anybody.with("Accept", type).get("/sites/" + site + "/footer");

            assertThat(footer.status()).isEqualTo(200);
            assertThat(footer.header("Content-Type")).startsWith(type);
            assertThat(footer.body()).contains("鲁ICP备2021025553号-1").doesNotContain("许可证");
        }
    }

    @Test
    void unchangedFooterIsNotSentAgain() {
        String etag = anybody.with("Accept", "text/html")
                .get("/sites/" + site + "/footer")
                .header("ETag");

        Http.Answer again =
                anybody.with("Accept", "text/html").with("If-None-Match", etag).get("/sites/" + site + "/footer");

        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void onlyTheAdministratorWrites() {
        assertThat(anybody.put("/sites/x", register("x")).status()).isEqualTo(401);
        assertThat(anybody.as("chief-editor").put("/sites/x", register("x")).status())
                .isEqualTo(403);
        assertThat(anybody.get("/sites/" + site + "/versions").status()).isEqualTo(401);
    }

    @Test
    void badInputIsRefusedWithTheFieldNamed() {
        Http.Answer refused =
                admin.put("/sites/bad", "{\"name\":\"\",\"organisations\":[{\"role\":\"king\",\"name\":\"x\"}]}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("\"name\"").contains("organisations[0].role");
        assertThat(anybody.get("/sites/" + site + "?at=monday").status()).isEqualTo(400);
        assertThat(anybody.get("/sites/nobody").status()).isEqualTo(404);
    }

    @Test
    void numbersAreKeptInTheirNormalSpellingAndDoubtsDoNotRefuseThem() {
        Http.Answer put = admin.with("If-Match", "*").put("/sites/" + site, """
                        {"name":"甲新闻网","hosts":["新闻.%1$s.example:8080","XN--EFVY88H.%1$s.EXAMPLE."],
                         "organisations":[{"role":"sponsor","name":"甲","uscc":" 12370782mb12345624 "}],
                         "identifiers":[{"kind":"icp-record","number":"备案号：云ICP备 2021025553号－1","url":"https://wrong.example/"},
                                        {"kind":"psb-record","number":"37078202000123"},
                                        {"kind":"culture","number":" "}],
                         "address":{"division":"370782","postcode":"２６２２００"}}
                        """.formatted(site));
        assertThat(put.status()).as(put.body()).isEqualTo(200);

        Http.Answer register = anybody.get("/sites/" + site);

        assertThat(put.header("ETag")).isEqualTo(register.header("ETag"));
        assertThat(register.json()).isEqualTo(put.json());
        assertThat(register.json().getJsonArray("hosts"))
                .hasSize(1)
                .allSatisfy(host -> assertThat(host.toString()).contains("xn--efvy88h." + site + ".example"));
        assertThat(register.body())
                .contains("\"12370782MB12345624\"", "\"云ICP备2021025553号-1\"", "\"鲁公网安备37078202000123号\"", "\"262200\"")
                .contains("webSearch?code=37078202000123")
                .doesNotContain("wrong.example");
        assertThat(anybody.get("/by-host/%E6%96%B0%E9%97%BB." + site + ".example")
                        .json()
                        .getString("site"))
                .isEqualTo(site);
        assertThat(anybody.with("Accept-Language", "en")
                        .get("/sites/" + site + "/compliance")
                        .body())
                .contains("IDENTIFIER_NUMBER_MISSING", "Write 滇 instead of 云.");
    }

    @Test
    void versionsSayWhoRecordedWhatWhenAndWhy() {
        admin.with("If-Match", "*").put("/sites/" + site, "{\"name\":\"乙\",\"reason\":\"改名\"}");

        JsonObject latest = admin.get("/sites/" + site + "/versions")
                .json()
                .getJsonArray("items")
                .getJsonObject(0);

        assertThat(latest.getInt("version")).isEqualTo(2);
        assertThat(latest.getString("recordedBy")).isEqualTo("site-admin");
        assertThat(latest.getString("reason")).isEqualTo("改名");
        assertThat(latest.getString("validFrom")).isEqualTo(latest.getString("recordedAt"));
    }

    @Test
    void versionsThatAreKnownAreNotSentAgain() {
        String etag = admin.get("/sites/" + site + "/versions").header("ETag");

        assertThat(admin.with("If-None-Match", etag)
                        .get("/sites/" + site + "/versions")
                        .status())
                .isEqualTo(304);
        admin.with("If-Match", "*").put("/sites/" + site, "{\"name\":\"乙\"}");
        assertThat(admin.with("If-None-Match", etag)
                        .get("/sites/" + site + "/versions")
                        .status())
                .isEqualTo(200);
    }

    /** A register that was fetched is put back with its old validFrom: nothing of what was shown changes by that. */
    @Test
    void registerThatIsFetchedAndPutBackRewritesNoHistory() {
        Http.Answer fetched = anybody.get("/sites/" + site);
        String then = fetched.json().getString("recordedAt");

        admin.with("If-Match", fetched.header("ETag"))
                .put("/sites/" + site, fetched.body().replace("甲新闻网", "乙新闻网"));

        assertThat(anybody.get("/sites/" + site).json().getString("name")).isEqualTo("乙新闻网");
        assertThat(anybody.get("/sites/" + site + "?at=" + then).body()).isEqualTo(fetched.body());
    }

    @Test
    void fieldsOfTheRegisterAreThoseOfTheContract() {
        JsonObject contract = json(Contracts.read("register.json"));

        JsonObject register = anybody.get("/sites/" + site).json();

        assertThat(Contracts.fields(contract)).containsAll(Contracts.fields(register));
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    private static String register(String name) {
        return """
                {"name":"%s","organisations":[{"role":"sponsor","name":"诸城市融媒体中心"}],
                 "identifiers":[{"kind":"icp-record","number":"鲁ICP备2021025553号-1","url":"https://wrong.example/"},
                                {"kind":"news-licence","number":null}],
                 "address":{"text":"诸城市和平街173号","division":"370782","postcode":"262200"},
                 "navigation":[{"label":"关于我们","kind":"page","target":"/about"}]}
                """.formatted(name);
    }
}
