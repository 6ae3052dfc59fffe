// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.rongmei.feed.entry.Topic;
import org.rongmei.kit.Problem;

class ShelfTest {

    private static final long ROOMY = 100_000_000;

    AtomicInteger renderings = new AtomicInteger();

    @Test
    void documentIsRenderedOnce() {
        Shelf shelf = shelf(this::render, ROOMY);

        RenderedFeed first = shelf.get(tag("a"));
        RenderedFeed again = shelf.get(tag("a"));

        assertThat(again).isSameAs(first);
        assertThat(renderings).hasValue(1);
    }

    @Test
    void changeTakesDownWhatItIsAboutAndNothingElse() {
        Shelf shelf = shelf(this::render, ROOMY);
        RenderedFeed a = shelf.get(tag("a"));
        RenderedFeed b = shelf.get(tag("b"));

        shelf.takeDown(Set.of(Topic.tag("a")));

        assertThat(shelf.get(tag("b"))).isSameAs(b);
        assertThat(shelf.get(tag("a"))).isNotSameAs(a);
        assertThat(renderings).hasValue(3);
    }

    @Test
    void everybodyWhoComesMeanwhileWaitsForTheOneThatRenders() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Shelf shelf = shelf(
                document -> {
                    begun.countDown();
                    await(mayEnd);
                    return render(document);
                },
                ROOMY);
        ExecutorService readers = Executors.newFixedThreadPool(4);
        try {
            Future<RenderedFeed> first = readers.submit(() -> shelf.get(tag("a")));
            await(begun);
            Future<RenderedFeed> second = readers.submit(() -> shelf.get(tag("a")));
            Future<RenderedFeed> third = readers.submit(() -> shelf.get(tag("a")));

            mayEnd.countDown();

            assertThat(second.get()).isSameAs(first.get()).isSameAs(third.get());
            assertThat(renderings).hasValue(1);
        } finally {
            readers.shutdownNow();
        }
    }

    @Test
    void whatIsTakenDownWhileItIsRenderedIsRenderedAgainForTheNext() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Shelf shelf = shelf(
                document -> {
                    begun.countDown();
                    await(mayEnd);
                    return render(document);
                },
                ROOMY);
        ExecutorService readers = Executors.newFixedThreadPool(1);
        try {
            Future<RenderedFeed> old = readers.submit(() -> shelf.get(tag("a")));
            await(begun);

            shelf.takeDown(Set.of(Topic.tag("z")));
            mayEnd.countDown();

            RenderedFeed answered = old.get();
            assertThat(shelf.get(tag("a"))).isNotSameAs(answered);
        } finally {
            readers.shutdownNow();
        }
    }

    @Test
    void failureIsToldAndNotKept() {
        Shelf shelf = shelf(
                document -> {
                    renderings.incrementAndGet();
                    throw Nameplates.notFound();
                },
                ROOMY);

        assertThatThrownBy(() -> shelf.get(tag("a"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> shelf.get(tag("a"))).isInstanceOf(Problem.class);

        assertThat(shelf.count()).isZero();
        assertThat(renderings).hasValue(2);
    }

    @Test
    void fullShelfGivesUpWhatNobodyHasAskedForTheLongest() {
        long one = render(tag("a")).document().size();
        Shelf shelf = shelf(this::render, one * 10);
        RenderedFeed favourite = shelf.get(tag("favourite"));

        for (int number = 0; number < 100; number++) {
            shelf.get(tag("t" + number));
            assertThat(shelf.get(tag("favourite"))).isSameAs(favourite);
        }

        assertThat(shelf.count()).isBetween(5, 10);
    }

    private Shelf shelf(Function<FeedAddress.Document, Shelf.Item> renderer, long largest) {
        return new Shelf(renderer, largest);
    }

    private Shelf.Item render(FeedAddress.Document document) {
        renderings.incrementAndGet();
        FeedFixture fixture = new FeedFixture();
        fixture.address = document.feed();
        return new Shelf.Item(
                RenderedFeed.of(fixture.feed(), document.format()),
                Topic.tag(document.feed().name()));
    }

    private static FeedAddress.Document tag(String name) {
        return new FeedAddress.Document(new FeedAddress(FeedAddress.Subject.TAG, name, false), FeedFormat.RSS);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
