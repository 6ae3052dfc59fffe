// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a server that says what a test wants, and hangs up. */
@Timeout(60)
class EventStreamTest {

    private static final String CONNECTED = ": connected\n\n";

    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> resumedFrom = new LinkedBlockingQueue<>();
    private final List<String> answers = new ArrayList<>();
    private HttpServer server;
    private EventStream stream;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
        stream = new EventStream(address, executor, new EventStream.Listener() {
            @Override
            public void opened(boolean resumed) {
                heard.add(resumed ? "resumed" : "opened");
            }

            @Override
            public void heard(EventStream.Event event) {
                heard.add(event.name() + " " + event.data());
            }
        });
    }

    @AfterEach
    void stop() {
        stream.close();
        server.stop(0);
        executor.shutdownNow();
    }

    /** The last answer is not ended: the connection stays. */
    private void answer(HttpExchange exchange) throws IOException {
        String last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        resumedFrom.add(last == null ? "nowhere" : last);
        String words = answers.size() > 1 ? answers.remove(0) : answers.get(0);
        if (words.equals("503")) {
            exchange.sendResponseHeaders(503, -1);
            return;
        }
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(words.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        if (!words.endsWith("stay\n\n")) {
            exchange.close();
        }
    }

    private List<String> next(BlockingQueue<String> queue, int count) throws InterruptedException {
        List<String> words = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            words.add(queue.poll(20, TimeUnit.SECONDS));
        }
        return words;
    }

    @Test
    void eventsAreHeardAsTheyCome() throws InterruptedException {
        answers.add(CONNECTED + "id: 1\ndata: a\ndata: b\n\nevent: reset\ndata: {}\n\n: stay\n\n");

        stream.open();

        assertThat(next(heard, 3)).containsExactly("opened", "message a\nb", "reset {}");
        assertThat(stream.isHeard()).isTrue();
        stream.close();
        assertThat(stream.isHeard()).isFalse();
    }

    @Test
    void whatHappensWhileNobodyListensIsAskedFor() throws InterruptedException {
        answers.add(CONNECTED + "id: 7\ndata: a\n\n");
        answers.add("503");
        answers.add(CONNECTED + "event: reset\ndata: {}\n\n");
        answers.add(CONNECTED + ": stay\n\n");

        stream.open();

        assertThat(next(heard, 5)).containsExactly("opened", "message a", "resumed", "reset {}", "opened");
        assertThat(next(resumedFrom, 4))
                .as("a place that the other side does not know is not asked for again")
                .containsExactly("nowhere", "7", "7", "nowhere");
    }

    @Test
    void whoIsRefusedHearsNothing() throws InterruptedException {
        answers.add("503");

        stream.open();
        next(resumedFrom, 2);

        assertThat(stream.isHeard()).isFalse();
        assertThat(heard).isEmpty();
    }
}
