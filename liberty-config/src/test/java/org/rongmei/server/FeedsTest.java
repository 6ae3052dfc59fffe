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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedsTest {

    private final List<String> asked = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private HttpServer service;

    @BeforeEach
    void startService() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/feeds/rebuild", this::answer);
        service.start();
    }

    @AfterEach
    void stopService() {
        service.stop(0);
    }

    @Test
    void rebuildingIsOverWhenTheLogHasBeenReadToItsEnd() throws InterruptedException {
        feeds("secret").run(List.of("rebuild"));

        assertThat(asked).containsExactly("POST", "GET", "GET");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines("Rebuilt: the change log has been read to line 300.\n");
    }

    @Test
    void whoeverMayNotIsToldSo() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> feeds("wrong").run(List.of("rebuild")))
                .withMessageContaining("401");
    }

    @Test
    void anythingElseIsExplained() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> feeds("secret").run(List.of("destroy")))
                .withMessageContaining("./feeds");
        assertThat(asked).isEmpty();
    }

    private Feeds feeds(String password) {
        String url = "http://localhost:" + service.getAddress().getPort() + "/feeds/";
        return new Feeds(
                new ServiceClient(url, "chief-editor", password, Duration.ofSeconds(20)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                Duration.ZERO);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod());
        // chief-editor:secret
        boolean known = "Basic Y2hpZWYtZWRpdG9yOnNlY3JldA=="
                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
        String progress = "{\"running\":" + (asked.size() < 3) + ",\"position\":" + asked.size() * 100 + "}";
        byte[] body = progress.getBytes(StandardCharsets.UTF_8);
        int status = exchange.getRequestMethod().equals("POST") ? 202 : 200;
        exchange.sendResponseHeaders(known ? status : 401, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
