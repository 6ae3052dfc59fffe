// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongmei.test.Contracts;
import org.rongmei.test.Deployments;
import org.rongmei.test.Http;

/** Numbers judged over HTTP. Their rules have a table of their own, identifiers.txt. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class IdentifiersIT {

    @Deployment(testable = false)
    static WebArchive service() {
        return Deployments.service("site-info-service", "site-info");
    }

    private final int port = Integer.getInteger("rongmei.it.port");
    private final Http anybody = Http.at("http://localhost:" + port + "/site-info");

    @Test
    void verdictIsThatOfTheContract() {
        JsonObject contract = Json.createReader(new StringReader(Contracts.read("verdict.json")))
                .readObject();

        Http.Answer verdict = anybody.with("Accept-Language", "zh-CN")
                .post(
                        "/identifiers",
                        Json.createObjectBuilder()
                                .add("kind", contract.getString("kind"))
                                .add("text", contract.getString("text"))
                                .build()
                                .toString());

        assertThat(verdict.status()).isEqualTo(200);
        assertThat(verdict.json()).isEqualTo(contract);
        assertThat(verdict.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void findingSpeaksTheCallersLanguage() {
        String question = "{\"kind\":\"icp-record\",\"text\":\"川ICP备19004508号-3\"}";

        String chinese = anybody.post("/identifiers", question).body();
        Http.Answer english = anybody.with("Accept-Language", "en-GB, zh;q=0.5").post("/identifiers", question);

        assertThat(chinese).contains("省份简称这里用“蜀”");
        assertThat(english.body()).contains("Write 蜀 instead of 川.");
        assertThat(english.header("Content-Language")).isEqualTo("en");
        assertThat(english.json().getBoolean("valid")).isFalse();
        assertThat(english.json().isNull("normalized")).isTrue();
    }

    @Test
    void numberIsGivenBackAsItShouldBeWritten() {
        JsonObject verdict = anybody.post(
                        "/identifiers", "{\"kind\":\"icp-record\",\"text\":\"备案号：鲁ICP备\u00a02021025553\u00a0号－1\"}")
                .json();

        assertThat(verdict.getBoolean("valid")).isTrue();
        assertThat(verdict.getString("normalized")).isEqualTo("鲁ICP备2021025553号-1");
        assertThat(verdict.getString("text")).isEqualTo("备案号：鲁ICP备\u00a02021025553\u00a0号－1");
    }

    /** From an address of its own, so that the other tests have their questions left. */
    @Test
    void whoeverAsksTooOftenHasToWait() throws IOException {
        String answer = "";
        for (int asked = 0; asked < 100 && !answer.startsWith("HTTP/1.1 429"); asked++) {
            answer = askFrom("127.0.0.2");
        }

        assertThat(answer).startsWith("HTTP/1.1 429").contains("Retry-After: 1").contains("urn:rongmei:problem:");
        assertThat(askFrom("127.0.0.3")).startsWith("HTTP/1.1 200");
    }

    private String askFrom(String address) throws IOException {
        byte[] question = "{\"kind\":\"postcode\",\"text\":\"262200\"}".getBytes(StandardCharsets.UTF_8);
        String head = "POST /site-info/identifiers HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nX-Forwarded-For: 192.0.2.%d\r\nContent-Length: %d\r\n\r\n"
                        .formatted(System.nanoTime() % 250, question.length);
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(question);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
