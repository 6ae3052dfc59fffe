// SPDX-License-Identifier: Apache-2.0
package org.rongmei.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupSyncTest {

    static final int THREADS = 8;
    static final int ROUNDS = 25;
    static final Duration DISK = Duration.ofMillis(2);

    /** A moment when nothing else happens: no two are alike. */
    final AtomicLong moments = new AtomicLong();

    final List<Span> syncs = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger atWork = new AtomicInteger();
    final AtomicInteger failures = new AtomicInteger();
    final AtomicInteger opened = new AtomicInteger();
    final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    GroupSync group = new GroupSync(this::disk);

    record Span(long begin, long end) {

        boolean isWithin(Span call) {
            return begin > call.begin && end < call.end;
        }
    }

    @AfterEach
    void dismiss() {
        threads.shutdownNow();
    }

    @Test
    void nobodyReturnsBeforeSyncThatBeganAfterTheCall() throws Exception {
        List<Span> calls = together(this::call);

        assertThat(calls)
                .hasSize(THREADS * ROUNDS)
                .allSatisfy(call -> assertThat(syncs).anyMatch(sync -> sync.isWithin(call)));
    }

    @Test
    void whoeverWaitsTogetherIsServedByOneSync() throws Exception {
        List<Span> calls = together(this::call);

        assertThat(syncs.size()).isLessThan(calls.size() / 2);
        assertThat(opened).hasValue(1);
    }

    @Test
    void whoeverIsAloneIsServedAtOnce() throws SQLException {
        group.awaitSync();
        group.awaitSync();

        assertThat(syncs).hasSize(2);
    }

    @Test
    void failureIsToldToWhoeverAskedAndTheNextOneTriesAgain() throws SQLException {
        failures.set(1);

        assertThatThrownBy(group::awaitSync).isInstanceOf(SQLException.class).hasMessage("No disk");
        assertThat(syncs).isEmpty();

        group.awaitSync();
        assertThat(syncs).hasSize(1);
        assertThat(opened)
                .as("connections: the failed one may belong to a database that closed itself")
                .hasValue(2);
    }

    @Test
    void connectionIsNotTrustedAfterACommitThatFailed() throws SQLException {
        group.awaitSync();

        group.distrustConnection();
        group.awaitSync();
        group.awaitSync();

        assertThat(opened).hasValue(2);
    }

    @Test
    void failureOfOneSyncIsNobodyElsesSuccess() throws Exception {
        failures.set(20);

        List<Span> returned = together(() -> {
            try {
                return call();
            } catch (SQLException e) {
                return null;
            }
        });

        assertThat(returned)
                .hasSize(THREADS * ROUNDS - 20)
                .allSatisfy(call -> assertThat(syncs).anyMatch(sync -> sync.isWithin(call)));
    }

    private Span call() throws SQLException {
        long begin = moments.incrementAndGet();
        group.awaitSync();
        return new Span(begin, moments.incrementAndGet());
    }

    /** What every call of every thread gave, without those that gave nothing. */
    private List<Span> together(Callable<Span> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<List<Span>>> futures = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            futures.add(threads.submit(() -> {
                start.await();
                List<Span> spans = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    Span span = work.call();
                    if (span != null) {
                        spans.add(span);
                    }
                }
                return spans;
            }));
        }
        List<Span> all = new ArrayList<>();
        for (Future<List<Span>> future : futures) {
            all.addAll(future.get());
        }
        return all;
    }

    /** Syncs slowly, one at a time, and remembers when. */
    private Connection disk() {
        opened.incrementAndGet();
        Statement statement = proxy(Statement.class, call -> {
            if (call.equals("execute")) {
                sync();
                return true;
            }
            return null;
        });
        return proxy(Connection.class, call -> call.equals("createStatement") ? statement : Boolean.FALSE);
    }

    private void sync() throws SQLException {
        assertThat(atWork.incrementAndGet()).isEqualTo(1);
        long begin = moments.incrementAndGet();
        LockSupport.parkNanos(DISK.toNanos());
        boolean broken = failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        long end = moments.incrementAndGet();
        atWork.decrementAndGet();
        if (broken) {
            throw new SQLException("No disk");
        }
        syncs.add(new Span(begin, end));
    }

    private interface Answer {
        Object to(String call) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method.getName())));
    }
}
