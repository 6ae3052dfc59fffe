// SPDX-License-Identifier: Apache-2.0
package org.rongmei.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of {@code locations.conf}, by nginx itself, before one node that answers and one that does not. */
class ProxyTest {

    private static final int TIMES = 8;

    @TempDir
    Path folder;

    private final Queue<String> taken = new ConcurrentLinkedQueue<>();
    private volatile Headers about = new Headers();
    private Shape shape;
    private HttpServer second;
    private Proxy proxy;

    @BeforeEach
    void start() throws IOException {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/sbin/nginx")), "nginx is not installed; .ci/run installs it");
        shape = freeShape();
        second = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), node(2)), 0);
        second.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            taken.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            about = exchange.getRequestHeaders();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        second.start();
        proxy = Proxy.start(Path.of("src/main/liberty/nginx").toAbsolutePath(), folder, shape, "127.0.0.1");
    }

    @AfterEach
    void stop() {
        if (proxy != null) {
            proxy.stop();
            second.stop(0);
        }
    }

    /** Also with a body that comes after its head, as Java's client sends it. */
    @Test
    void changeGoesToTheOtherNodeWhenTheFirstIsAway() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            assertThat(ask("PUT", "/content/articles/" + time, "body")).isEqualTo(200);
        }

        assertThat(taken)
                .filteredOn(each -> each.startsWith("PUT"))
                .hasSize(TIMES)
                .allMatch(each -> each.endsWith(" body"));
    }

    @Test
    void changeThatTheFirstNodeTookIsNotSentAgain() throws Exception {
        try (ServerSocket first = new ServerSocket(node(1), 50, InetAddress.getLoopbackAddress())) {
            Thread dying = new Thread(() -> takeAndDie(first));
            dying.setDaemon(true);
            dying.start();
            int refused = 0;
            for (int time = 0; time < TIMES; time++) {
                int before = taken.size();
                int status = ask("PUT", "/content/articles/" + time, "body");

                assertThat(taken.size() - before).isEqualTo(status == 200 ? 1 : 0);
                refused += status == 503 ? 1 : 0;
            }
            assertThat(refused).as("changes that died with the first node").isPositive();
        }
    }

    @Test
    void readerIsAnsweredByWhoeverIsThere() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            assertThat(ask("GET", "/content/articles", "")).isEqualTo(200);
        }
    }

    /** Whoever could say so would be counted as another reader each time, or be given another host's addresses. */
    @Test
    void whoAReaderIsIsForNginxToSay() throws Exception {
        ask("GET", "/content/articles", "", "X-Forwarded-For: 192.0.2.1", "X-Forwarded-Host: evil", "Forwarded: for=x");

        assertThat(about.get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(about).doesNotContainKeys("X-Forwarded-Host", "Forwarded");
    }

    @Test
    void whatIsTheAdministratorsIsClosed() throws Exception {
        for (String path : List.of("/metrics", "/health/ready", "/openapi/ui/")) {
            assertThat(ask("GET", path, "")).as(path).isEqualTo(404);
        }
        assertThat(taken).isEmpty();
    }

    private static void takeAndDie(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                client.getInputStream().read(new byte[4096]);
            } catch (IOException e) {
                return;
            }
        }
    }

    private int ask(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), shape.site())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\nConnection: close\r\n%s\r\n"
                            .formatted(
                                    method,
                                    path,
                                    body.length(),
                                    Stream.of(headers)
                                            .map(header -> header + "\r\n")
                                            .collect(Collectors.joining()))
                            .getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(50);
            socket.getOutputStream().write(body.getBytes(StandardCharsets.US_ASCII));
            String status = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return Integer.parseInt(status.split(" ")[1]);
        }
    }

    private int node(int number) {
        return shape.nodes().stream()
                .filter(node -> node.name().equals("article-service-" + number))
                .findFirst()
                .orElseThrow()
                .port();
    }

    private static Shape freeShape() {
        while (true) {
            String port = String.valueOf(ThreadLocalRandom.current().nextInt(20_000, 30_000));
            Shape shape = Shape.of(LaunchOptions.parse(List.of("--nodes", "--port", port)));
            if (shape.ports().stream().allMatch(ProxyTest::isFree)) {
                return shape;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
