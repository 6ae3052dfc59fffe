// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongmei.site.SiteSettings;

/** Against a service that counts how often it is asked. */
class UpstreamTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final Upstream upstream = new Upstream();
    private final HandBell bell = new HandBell();
    private HttpServer service;
    private int status = 200;

    /** Rings when a test says so. */
    private static final class HandBell extends Bell {
        OptionalLong count = OptionalLong.of(1);
        Consumer<Gone> listener = gone -> {};

        @Override
        public OptionalLong rings() {
            return count;
        }

        @Override
        public void whenGone(Consumer<Gone> told) {
            listener = told;
        }
    }

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", this::answer);
        service.start();
        upstream.lines = new Lines();
        upstream.bell = bell;
        URI articles = address("/content");
        upstream.settings = new SiteSettings() {
            @Override
            public URI articleUrl() {
                return articles;
            }
        };
        upstream.listen();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + service.getAddress().getPort() + path);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        byte[] body = ("第" + asked + "次 06k3r8vq00001").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("ETag", "\"a\"");
        boolean known = "\"a\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
        if (known && status == 200) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private Upstream.Answer ask() {
        return upstream.get(address("/content/articles/06k3r8vq00001"), "application/json");
    }

    @Test
    void nothingIsAskedTwiceBeforeTheBellRings() {
        assertThat(ask().body()).startsWith("第1次");
        ask();
        assertThat(asked).hasValue(1);

        bell.count = OptionalLong.of(2);

        assertThat(ask().body()).as("it still holds").startsWith("第1次");
        ask();
        assertThat(asked).hasValue(2);
    }

    @Test
    void withoutABellAnAnswerHoldsForAMoment() throws InterruptedException {
        bell.count = OptionalLong.empty();
        ask();
        Thread.sleep(1_100);
        ask();

        assertThat(asked).hasValue(2);
    }

    @Test
    void bellSaysNothingOfTheFooter() throws InterruptedException {
        URI footer = address("/site-info/sites/sample/footer");
        upstream.get(footer, "text/html");
        Thread.sleep(1_100);
        upstream.get(footer, "text/html");

        assertThat(asked).hasValue(2);
    }

    @Test
    void whatWasSaidLastIsKeptWhileTheServiceIsAway() {
        ask();
        bell.count = OptionalLong.empty();
        service.stop(0);

        assertThat(ask().body()).startsWith("第1次");
        assertThatExceptionOfType(ServiceAway.class)
                .isThrownBy(() -> upstream.get(address("/content/articles/other"), "application/json"));
    }

    @Test
    void whatIsWithdrawnIsNotKept() {
        ask();
        bell.listener.accept(new Bell.Gone("06k3r8vq00002"));
        status = 503;
        bell.count = OptionalLong.of(2);
        assertThat(ask().body()).as("another article").startsWith("第1次");

        bell.listener.accept(new Bell.Gone("06k3r8vq00001"));

        assertThatExceptionOfType(ServiceAway.class).isThrownBy(this::ask);
    }
}
