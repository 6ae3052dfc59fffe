// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongmei.kit.Problem;

/** 127.0.0.1 plays the public web here, and 127.0.0.2 what nobody may reach. */
class PublicWebTest {

    private static final String PAGE = "<html><body>诸城新闻网</body></html>";

    private final AtomicInteger reachedInside = new AtomicInteger();
    private final AtomicInteger resolved = new AtomicInteger();
    private HttpServer outside;
    private HttpServer inside;
    private PublicWeb web;
    private int port;

    @BeforeEach
    void start() throws IOException {
        outside = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        port = outside.getAddress().getPort();
        inside = HttpServer.create(new InetSocketAddress("127.0.0.2", port), 0);
        inside.createContext("/", exchange -> {
            reachedInside.incrementAndGet();
            html(exchange, "<p>secret");
        });
        inside.start();
        outside.createContext("/page", exchange -> html(exchange, PAGE));
        outside.createContext(
                "/to", exchange -> redirect(exchange, exchange.getRequestURI().getQuery()));
        outside.start();
        web = web(new Names());
    }

    @AfterEach
    void stop() throws IOException {
        outside.stop(0);
        inside.stop(0);
        web.close();
    }

    private PublicWeb web(DnsResolver names) {
        return new PublicWeb(names, address -> address.getHostAddress().equals("127.0.0.1"), Set.of(port, 80, 443));
    }

    /** Knows the world outside, and a name that is public once and then no more. */
    private final class Names implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return switch (host) {
                case "www.example", "xn--fiq228c.example" -> addresses("127.0.0.1");
                case "inside.example" -> addresses("127.0.0.2");
                case "both.example" -> addresses("127.0.0.1", "127.0.0.2");
                case "rebinding.example" -> addresses(resolved.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2");
                default -> SystemDefaultDnsResolver.INSTANCE.resolve(host);
            };
        }

        private static InetAddress[] addresses(String... names) throws UnknownHostException {
            InetAddress[] addresses = new InetAddress[names.length];
            for (int index = 0; index < names.length; index++) {
                addresses[index] = InetAddress.getByName(names[index]);
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private String page(String address) {
        return web.errand(address.replace("PORT", Integer.toString(port))).call();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.example:PORT/page",
                "HTTP://WWW.Example:PORT/page?a=b#part",
                " http://www.example:PORT/page ",
                "http://127.0.0.1:PORT/page",
                "http://xn--fiq228c.example:PORT/page",
                "http://www.example:PORT/to?http://xn--fiq228c.example:PORT/page",
                "http://www.example:PORT/to?/page",
                "http://www.example:PORT/to?//www.example:PORT/page",
            })
    void pageOfThePublicWebIsFetched(String address) {
        assertThat(page(address)).isEqualTo(PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2:PORT/",
                "http://127.0.0.2.:PORT/",
                "http://127.2:PORT/",
                "http://2130706434:PORT/",
                "http://0x7f000002:PORT/",
                "http://0x7f.0.0.2:PORT/",
                "http://0177.0.0.2:PORT/",
                "http://017700000002:PORT/",
                "http://１２７.0.0.2/",
                "http://[::ffff:127.0.0.2]:PORT/",
                "http://[::ffff:7f00:2]:PORT/",
                "http://[0:0:0:0:0:ffff:7f00:0002]:PORT/",
                "http://[::1]:PORT/",
                "http://[::]:PORT/",
                "http://[fe80::1%25lo]:PORT/",
                "http://0:PORT/",
                "http://0.0.0.0:PORT/",
                "http://inside.example:PORT/",
                "http://both.example:PORT/",
                "http://www.example@inside.example:PORT/",
                "http://www.example:PORT@inside.example/",
                "http://www.example:PORT/to?http://inside.example:PORT/",
                "http://www.example:PORT/to?//127.0.0.2:PORT/",
                "http://www.example:PORT/to?http://2130706434:PORT/",
                "http://www.example:PORT/to?http://www.example:PORT/to?http://127.2:PORT/",
                "http://www.example:PORT/to?file:///etc/passwd",
                "http://www.example:PORT/to?gopher://127.0.0.2:PORT/",
                "http://rebinding.example:PORT/to?http://rebinding.example:PORT/",
                "http://www.example:22/",
                "file:///etc/passwd",
                "ftp://www.example/",
                "//www.example:PORT/page",
                "www.example",
                "http://",
                "http:///page",
                "http://www.example\\@inside.example:PORT/",
                "http://inside.example:PORT\\.www.example/",
                "http://www.example:PORT/\r\nHost: inside.example",
                "http://a b/",
                "http://.../",
            })
    void nothingElseIs(String address) {
        assertThatThrownBy(() -> page(address))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
        assertThat(reachedInside).hasValue(0);
    }

    @Test
    void nameIsResolvedOnceForAConnection() {
        assertThat(page("http://rebinding.example:PORT/page")).isEqualTo(PAGE);

        assertThat(resolved).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, false",
        "10.255.255.255, false",
        "100.127.0.1, false",
        "100.128.0.1, true",
        "169.254.169.254, false",
        "168.63.129.16, false",
        "172.15.255.255, true",
        "172.16.0.1, false",
        "172.31.255.255, false",
        "172.32.0.1, true",
        "192.168.1.1, false",
        "192.0.0.8, false",
        "198.18.0.1, false",
        "198.19.255.255, false",
        "198.20.0.1, true",
        "224.0.0.1, false",
        "255.255.255.255, false",
        "0.0.0.0, false",
        "203.107.1.1, true",
        "::1, false",
        "::, false",
        "::ffff:10.0.0.1, false",
        "::ffff:8.8.8.8, true",
        "::7f00:1, false",
        "64:ff9b::7f00:1, false",
        "fe80::1, false",
        "fec0::1, false",
        "fc00::1, false",
        "fd00:ec2::254, false",
        "ff02::1, false",
        "2001::1, false",
        "2001:db8::1, false",
        "2002:7f00:1::, false",
        "2400:3200::1, true",
    })
    void publicAddressesAreThoseOfTheRegistries(String address, boolean isPublic) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isEqualTo(isPublic);
    }

    @Test
    void pageIsReadInItsOwnCharacters() {
        byte[] declared = ("<html><head><meta charset=gb2312></head><body>诸城" + "新闻").getBytes(Charset.forName("GBK"));
        outside.createContext("/gbk", exchange -> send(exchange, 200, "text/html", declared));
        byte[] said = "<p>诸城".getBytes(Charset.forName("GBK"));
        outside.createContext("/said", exchange -> send(exchange, 200, "text/html; charset=GBK", said));

        assertThat(page("http://www.example:PORT/gbk")).contains("诸城新闻");
        assertThat(page("http://www.example:PORT/said")).isEqualTo("<p>诸城");
    }

    @Test
    void whatIsNoPageIsRefused() {
        outside.createContext("/missing", exchange -> send(exchange, 404, "text/html", new byte[0]));
        outside.createContext("/picture", exchange -> send(exchange, 200, "image/png", new byte[5]));
        outside.createContext("/loop", exchange -> redirect(exchange, "/loop"));

        assertThatThrownBy(() -> page("http://www.example:PORT/missing")).hasMessageContaining("404");
        assertThatThrownBy(() -> page("http://www.example:PORT/picture")).hasMessageContaining("no HTML");
        assertThatThrownBy(() -> page("http://www.example:PORT/loop")).hasMessageContaining("redirects and redirects");
    }

    @Test
    void sizeIsBoundedPackedAndUnpacked() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            byte[] blanks = new byte[1_000_000];
            for (int megabyte = 0; megabyte < 200; megabyte++) {
                gzip.write(blanks);
            }
        }
        outside.createContext("/bomb", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            send(exchange, 200, "text/html", bomb.toByteArray());
        });
        outside.createContext("/endless", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                while (true) {
                    body.write(new byte[10_000]);
                }
            }
        });

        for (String path : List.of("bomb", "endless")) {
            assertThatThrownBy(() -> page("http://www.example:PORT/" + path))
                    .as(path)
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.status()).isEqualTo(413));
        }
    }

    /** A byte now and then keeps every pause short. */
    @Test
    void whatTricklesIsEnded() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        ExecutorService threads = Executors.newCachedThreadPool();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                PublicWeb patient = new PublicWeb(new Names(), address -> true, Set.of(server.getLocalPort()))) {
            threads.submit(() -> {
                try (Socket socket = server.accept()) {
                    asked.countDown();
                    while (true) {
                        socket.getOutputStream()
                                .write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
                        TimeUnit.MILLISECONDS.sleep(100);
                    }
                }
            });
            PublicWeb.Errand errand = patient.errand("http://www.example:" + server.getLocalPort() + "/");
            Future<String> page = threads.submit(errand);
            asked.await(10, TimeUnit.SECONDS);
            errand.end();

            assertThatThrownBy(() -> page.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(Problem.class);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void html(HttpExchange exchange, String html) throws IOException {
        send(exchange, 200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        send(exchange, 302, "text/html", new byte[0]);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
