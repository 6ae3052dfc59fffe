// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongmei.kit.ContentCoding;
import org.rongmei.site.upstream.Bell;
import org.rongmei.site.upstream.Imprint;
import org.rongmei.site.upstream.Masthead;

class PageShelfTest {

    private final PageShelf shelf = new PageShelf();
    private final HandBell bell = new HandBell();
    private final Board board = new Board();
    private final AtomicInteger made = new AtomicInteger();

    private static final class HandBell extends Bell {
        volatile OptionalLong count = OptionalLong.of(1);
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

    private static final class Board extends Masthead {
        Optional<Imprint> imprint = imprint("<footer>一</footer>");

        @Override
        public Optional<Imprint> imprint() {
            return imprint;
        }

        static Optional<Imprint> imprint(String footer) {
            return Optional.of(new Imprint("青岚新闻网", "", true, footer, "{}", null));
        }
    }

    @BeforeEach
    void hang() {
        shelf.bell = bell;
        shelf.masthead = board;
        shelf.listen();
    }

    private Page page(int status) {
        String text = "<p>第" + made.incrementAndGet() + "次，06k3r8vq00001</p>";
        return Page.of(status, text.repeat(100).getBytes(StandardCharsets.UTF_8));
    }

    private String shown(int status) {
        return new String(shelf.get("/", () -> page(status)).html(), StandardCharsets.UTF_8).substring(3, 6);
    }

    @Test
    void pageIsMadeOnceAndPacked() {
        assertThat(shown(200)).isEqualTo("第1次");
        assertThat(shown(200)).isEqualTo("第1次");

        assertThat(shelf.get("/", () -> page(200)).content().coding("gzip")).isEqualTo(ContentCoding.GZIP);
        assertThat(made).hasValue(1);
    }

    @Test
    void lineOfTheLogAndAnotherFooterAreShown() {
        shown(200);
        bell.count = OptionalLong.of(2);
        assertThat(shown(200)).isEqualTo("第2次");
        assertThat(shown(200)).isEqualTo("第2次");

        board.imprint = Board.imprint("<footer>二</footer>");
        assertThat(shown(200)).isEqualTo("第3次");
        assertThat(shown(200)).isEqualTo("第3次");
    }

    @Test
    void withoutABellPagesAreMadeAnew() {
        bell.count = OptionalLong.empty();

        assertThat(shown(200)).isEqualTo("第1次");
        assertThat(shown(200)).isEqualTo("第2次");
    }

    @Test
    void lastPageIsShownWhileItCannotBeMade() {
        shown(200);
        bell.count = OptionalLong.empty();

        assertThat(shown(503)).isEqualTo("第1次");
        assertThat(shelf.get("/other", () -> page(503)).status()).isEqualTo(503);
    }

    @Test
    void whatIsWithdrawnIsNotShownAgain() {
        shown(200);
        bell.count = OptionalLong.empty();
        bell.listener.accept(new Bell.Gone("06k3r8vq00002"));
        assertThat(shelf.get("/", () -> page(503)).status()).isEqualTo(200);

        bell.listener.accept(new Bell.Gone("06k3r8vq00001"));

        assertThat(shelf.get("/", () -> page(503)).status()).isEqualTo(503);
    }

    @Test
    void whatIsNoPageIsNotKept() {
        assertThat(shelf.get("/", () -> page(404)).status()).isEqualTo(404);
        assertThat(shown(200)).isEqualTo("第2次");
        bell.count = OptionalLong.of(2);
        assertThat(shelf.get("/", () -> page(410)).status()).isEqualTo(410);
        bell.count = OptionalLong.empty();

        assertThat(shelf.get("/", () -> page(503)).status()).as("it has gone").isEqualTo(503);
    }

    @Test
    void crowdWaitsForOnePage() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        CountDownLatch all = new CountDownLatch(8);
        Supplier<Page> slow = () -> {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return page(200);
        };
        try {
            List<Future<Page>> pages = new ArrayList<>();
            for (int reader = 0; reader < 8; reader++) {
                pages.add(crowd.submit(() -> {
                    all.countDown();
                    all.await();
                    return shelf.get("/", slow);
                }));
            }
            for (Future<Page> page : pages) {
                assertThat(page.get().status()).isEqualTo(200);
            }
        } finally {
            crowd.shutdownNow();
        }
        assertThat(made).hasValue(1);
    }
}
