// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongmei.kit.Problem;
import org.rongmei.siteinfo.SiteInfoSettings;

/** Where an administrator has allowed it; 127.0.0.1 plays the public web. */
class PageFetchTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch reached = new CountDownLatch(4);
    private final PageFetch fetch = new PageFetch();
    private HttpServer server;
    private String address;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(threads);
        server.createContext("/slow", exchange -> {
            reached.countDown();
            try {
                over.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
        int port = server.getAddress().getPort();
        address = "http://127.0.0.1:" + port + "/slow";
        fetch.settings = new SiteInfoSettings() {
            @Override
            public boolean isFetching() {
                return true;
            }
        };
        fetch.executor = (ManagedExecutorService) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, arguments) -> method.invoke(threads, arguments));
        fetch.web = new PublicWeb(
                SystemDefaultDnsResolver.INSTANCE,
                candidate -> candidate.getHostAddress().equals("127.0.0.1"),
                Set.of(port));
    }

    @AfterEach
    void stop() throws IOException {
        over.countDown();
        server.stop(0);
        fetch.close();
        threads.shutdownNow();
    }

    private Problem refusal(String page) {
        return catchThrowableOfType(Problem.class, () -> fetch.page(page));
    }

    @Test
    void addressThatIsNotPublicIsRefused() {
        assertThat(refusal(address.replace("127.0.0.1", "127.0.0.2")).status()).isEqualTo(422);
        assertThat(refusal("file:///etc/passwd").status()).isEqualTo(422);
    }

    /** Four that never answer hold their places for ten seconds, and no fifth one waits behind them. */
    @Test
    void slowPagesAreGivenUpAndHoldNobodyUp() throws Exception {
        List<Future<Problem>> slow = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            slow.add(threads.submit(() -> refusal(address)));
        }
        assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();

        Problem fifth = refusal(address);

        assertThat(fifth.status()).isEqualTo(503);
        for (Future<Problem> each : slow) {
            assertThat(each.get(30, TimeUnit.SECONDS).status()).isEqualTo(422);
        }
        assertThat(over.getCount()).as("they were given up, not answered").isEqualTo(1);
    }
}
