// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongmei.test.Contracts;
import org.rongmei.test.Deployments;
import org.rongmei.test.Http;

/** Footers read over HTTP. What is read of which footer is in FooterParserTest. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FootersIT {

    @Deployment(testable = false)
    static WebArchive service() {
        return Deployments.service("site-info-service", "site-info");
    }

    private final Http anybody = Http.at("http://localhost:" + System.getProperty("rongmei.it.port") + "/site-info");

    @Test
    void readingIsThatOfTheContract() {
        JsonObject contract = json(Contracts.read("footer-reading.json"));

        Http.Answer reading =
                anybody.post("/footers", contract.getJsonObject("question").toString());

        assertThat(reading.status()).as(reading.body()).isEqualTo(200);
        assertThat(reading.json()).isEqualTo(contract.getJsonObject("answer"));
        assertThat(reading.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whatIsReadCanBeRecordedWhenItHasANameAndTargets() {
        JsonObject read = anybody.post(
                        "/footers",
                        question("html", "<p>主办：云泽县融媒体中心 备案号：鲁ICP备 2024031415号-1</p><a href='/about'>关于我们</a>"))
                .json()
                .getJsonObject("register");
        String site = "s" + UUID.randomUUID().toString().substring(0, 8);

        Http.Answer recorded = anybody.as("site-admin")
                .put(
                        "/sites/" + site,
                        Json.createObjectBuilder(read)
                                .add("name", "云泽新闻网")
                                .build()
                                .toString());

        assertThat(recorded.status()).as(recorded.body()).isEqualTo(201);
        assertThat(anybody.with("Accept", "text/plain")
                        .get("/sites/" + site + "/footer")
                        .body())
                .isEqualTo("关于我们\n备案号：鲁ICP备2024031415号-1\n主办：云泽县融媒体中心\n");
    }

    @Test
    void footerOfOursIsReadAsItsRegister() {
        String site = "s" + UUID.randomUUID().toString().substring(0, 8);
        JsonObject register = json(Contracts.read("register.json"));
        String recorded = Json.createObjectBuilder(register)
                .remove("hosts")
                .remove("validFrom")
                .build()
                .toString();
        assertThat(anybody.as("site-admin").put("/sites/" + site, recorded).status())
                .isEqualTo(201);
        for (String form : List.of("text/plain", "text/html")) {
            String footer = anybody.with("Accept", form)
                    .get("/sites/" + site + "/footer")
                    .body();

            JsonObject read = anybody.post("/footers", question(form.equals("text/html") ? "html" : "text", footer))
                    .json()
                    .getJsonObject("register");

            assertThat(read.getJsonArray("organisations"))
                    .containsExactlyInAnyOrderElementsOf(register.getJsonArray("organisations"));
            assertThat(read.getJsonObject("address").getString("text"))
                    .isEqualTo(register.getJsonObject("address").getString("text"));
        }
    }

    @Test
    void whatNoMessageCanCarryIsNoError() {
        Http.Answer reading = anybody.post("/footers", "{\"text\":\"主办：甲乙报社\\u0000\\ud800\"}");

        assertThat(reading.status()).as(reading.body()).isEqualTo(200);
        assertThat(reading.body()).contains("甲乙报社");
    }

    private static String question(String name, String footer) {
        return Json.createObjectBuilder().add(name, footer).build().toString();
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
