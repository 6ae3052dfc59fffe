// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rongmei.site.upstream.Bell;
import org.rongmei.site.upstream.Imprint;
import org.rongmei.site.upstream.Masthead;

/**
 * Pages that are ready to go out: until the change log has another line, the footer another text, or half a minute has gone.
 * The first who asks for a page has it made, the others wait. What is too old is shown while it cannot be made anew.
 */
@ApplicationScoped
class PageShelf {

    private static final long LARGEST = 32L << 20;
    /** Rankings change without a line in the log. */
    private static final long OLD_NANOS = Duration.ofSeconds(30).toNanos();

    private static final int LOCKS = 64;

    private record Kept(Page page, OptionalLong rings, Optional<Imprint> imprint, long madeAt) {

        int size() {
            return (int) page.content().size() + 500;
        }

        boolean mentions(Bell.Gone gone) {
            return gone.isIn(new String(page.html(), StandardCharsets.ISO_8859_1)); // ids are ASCII
        }
    }

    @Inject
    Bell bell;

    @Inject
    Masthead masthead;

    private final Cache<String, Kept> pages = Caffeine.newBuilder()
            .maximumWeight(LARGEST)
            .weigher((String address, Kept kept) -> kept.size())
            .executor(Runnable::run)
            .build();
    private final Object[] locks =
            IntStream.range(0, LOCKS).mapToObj(number -> new Object()).toArray();

    @PostConstruct
    void listen() {
        bell.whenGone(gone -> pages.asMap().values().removeIf(kept -> kept.mentions(gone)));
    }

    /** @param address of the page, with everything that it depends on */
    Page get(String address, Supplier<Page> maker) {
        Kept kept = pages.getIfPresent(address);
        if (isFresh(kept)) {
            return kept.page();
        }
        synchronized (locks[Math.floorMod(address.hashCode(), LOCKS)]) {
            kept = pages.getIfPresent(address);
            return isFresh(kept) ? kept.page() : make(address, maker, kept);
        }
    }

    private Page make(String address, Supplier<Page> maker, @Nullable Kept before) {
        OptionalLong rings = bell.rings(); // before anything is asked for
        Optional<Imprint> imprint = masthead.imprint();
        Page page = maker.get();
        if (page.status() == 200) {
            Page packed = page.packed();
            pages.put(address, new Kept(packed, rings, imprint, System.nanoTime()));
            return packed;
        }
        if (page.status() == 503 && before != null && pages.getIfPresent(address) != null) {
            return before.page();
        }
        pages.invalidate(address);
        return page;
    }

    private boolean isFresh(@Nullable Kept kept) {
        return kept != null
                && kept.rings().isPresent()
                && kept.rings().equals(bell.rings())
                && System.nanoTime() - kept.madeAt() < OLD_NANOS
                && kept.imprint().equals(masthead.imprint());
    }
}
