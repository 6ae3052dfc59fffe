// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongmei.article.change.ChangeKind;
import org.rongmei.article.change.ChangeLog;
import org.rongmei.test.Deployments;

/** The bell as it is heard through the server's own port; inside, because threads are counted there. */
@ExtendWith(ArquillianExtension.class)
class ChangeStreamIT {

    private static final int MANY = 500;
    /** More than all the buffers between the server and a client that does not read can take. */
    private static final int PLENTY = 80_000;

    @Deployment
    static WebArchive service() {
        return Deployments.service("article-service", "content");
    }

    @Inject
    ChangeStream stream;

    @Inject
    ChangeLog changeLog;

    @Inject
    EntityManager entityManager;

    @Inject
    UserTransaction transaction;

    private final List<Socket> open = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Test
    void fiveHundredQuietSubscribersCostNoThreadEachAndAllHearTheBell() throws Exception {
        int before = ManagementFactory.getThreadMXBean().getThreadCount();
        List<BufferedReader> subscribers = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            subscribers.add(subscribe("", 65_536));
        }
        for (BufferedReader subscriber : subscribers) {
            awaitLine(subscriber, ": connected");
        }

        int meanwhile = ManagementFactory.getThreadMXBean().getThreadCount();
        long sequence = append();

        assertThat(meanwhile - before).isLessThan(MANY / 10);
        for (BufferedReader subscriber : subscribers) {
            awaitLine(subscriber, "id: " + sequence);
        }
    }

    @Test
    void subscriberThatDoesNotReadIsDroppedAndDeafensNobody() throws Exception {
        long start = changeLog.head().last();
        fillTheLog(start);
        BufferedReader listener = subscribe("", 65_536);
        awaitLine(listener, ": connected");
        awaitAlone();
        subscribe("?after=" + start, 2048);
        await().atMost(Duration.ofSeconds(10)).until(() -> stream.subscriberCount() == 2);

        long sequence = append();

        awaitLine(listener, "id: " + sequence);
        await().atMost(Duration.ofSeconds(60)).until(() -> stream.subscriberCount() == 1);
        awaitLine(listener, "id: " + append());
    }

    @Test
    void whoComesBackHearsWhatItMissedInOrder() throws Exception {
        long first = append();
        long second = append();
        long third = append();

        BufferedReader back = subscribe("?after=" + first, 65_536);

        awaitLine(back, "id: " + second);
        awaitLine(back, "id: " + third);
    }

    @Test
    void whoStandsBeyondTheHeadIsToldToBeginAnew() throws Exception {
        BufferedReader lost = subscribe("?after=" + (changeLog.head().last() + 1_000_000), 65_536);

        awaitLine(lost, "event: reset");
    }

    @Test
    void whoStandsWhereLinesWereLostIsToldToBeginAnew() throws Exception {
        long first = append();
        long lost = append();
        append();
        transaction.begin();
        entityManager
                .createNativeQuery("delete from change_log where sequence = ?1")
                .setParameter(1, lost)
                .executeUpdate();
        transaction.commit();

        assertThat(changeLog.has(first)).isFalse();
        awaitLine(subscribe("?after=" + first, 65_536), "event: reset");
    }

    @Test
    void restoredLogGetsANewNameOnceForAllNodes() {
        String name = changeLog.head().log();

        changeLog.name("");
        assertThat(changeLog.head().log()).isEqualTo(name);

        changeLog.name("2026-11-20 备份");
        String restored = changeLog.head().log();
        assertThat(restored).isNotEqualTo(name);

        changeLog.name("2026-11-20 备份");
        changeLog.name("");
        assertThat(changeLog.head().log()).isEqualTo(restored);
    }

    /** Connections of other tests are noticed to be gone when they are written to. */
    private void awaitAlone() {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            append();
            return stream.subscriberCount() == 1;
        });
    }

    private long append() throws Exception {
        transaction.begin();
        changeLog.articleChanged(ChangeKind.UPDATED, 1);
        long sequence = changeLog.head().last();
        transaction.commit();
        return sequence;
    }

    private void fillTheLog(long start) throws Exception {
        transaction.begin();
        entityManager
                .createNativeQuery("insert into change_log (sequence, kind, article_id, at)"
                        + " select n, 'UPDATED', 1, current_timestamp from generate_series(?1, ?2) s(n)")
                .setParameter(1, start + 1)
                .setParameter(2, start + PLENTY)
                .executeUpdate();
        entityManager
                .createNativeQuery("update change_counter set last = ?1")
                .setParameter(1, start + PLENTY)
                .executeUpdate();
        transaction.commit();
    }

    private BufferedReader subscribe(String query, int receiveBuffer) throws IOException {
        int port = ConfigProvider.getConfig().getValue("rongmei.http.port", Integer.class);
        Socket socket = new Socket();
        socket.setReceiveBufferSize(receiveBuffer);
        socket.connect(new InetSocketAddress("localhost", port));
        socket.setSoTimeout(20_000);
        open.add(socket);
        String request = "GET /content/changes/stream" + query
                + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void awaitLine(BufferedReader subscriber, String wanted) throws IOException {
        try {
            String line = subscriber.readLine();
            while (line != null && !line.equals(wanted)) {
                line = subscriber.readLine();
            }
            assertThat(line).as("the stream ended without it").isEqualTo(wanted);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("Nothing like \"" + wanted + "\" came", e);
        }
    }
}
