// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rongmei.feed.entry.Topic;

/**
 * Documents by their address, up to so many bytes: then what nobody has asked for the longest goes. A document is
 * rendered by the first who asks for it, the others wait. What is taken down while it is being rendered reaches those
 * who wait for it, and nobody after them.
 */
final class Shelf {

    /** A document, and what it is about. */
    record Item(RenderedFeed document, Topic topic) {}

    private static final class Slot {
        final CompletableFuture<Item> item = new CompletableFuture<>();
        volatile long usedAt = System.nanoTime();

        @Nullable
        Item ready() {
            return item.isDone() && !item.isCompletedExceptionally() ? item.join() : null;
        }

        boolean isAbout(Set<Topic> topics) {
            Item ready = ready();
            return ready == null || topics.contains(Topic.EVERYTHING) || topics.contains(ready.topic());
        }

        long size() {
            Item ready = ready();
            return ready == null ? 0 : ready.document().size();
        }
    }

    private final Function<FeedAddress.Document, Item> renderer;
    private final long largest;
    private final Map<FeedAddress.Document, Slot> slots = new ConcurrentHashMap<>();

    Shelf(Function<FeedAddress.Document, Item> renderer, long largest) {
        this.renderer = renderer;
        this.largest = largest;
    }

    /** @throws RuntimeException that of the renderer; then nothing is kept */
    RenderedFeed get(FeedAddress.Document document) {
        Slot slot = slots.get(document);
        if (slot == null) {
            Slot fresh = new Slot();
            slot = slots.putIfAbsent(document, fresh);
            if (slot == null) {
                return render(document, fresh);
            }
        }
        slot.usedAt = System.nanoTime();
        try {
            return slot.item.join().document();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private RenderedFeed render(FeedAddress.Document document, Slot slot) {
        try {
            slot.item.complete(renderer.apply(document));
        } catch (RuntimeException | Error e) {
            slots.remove(document, slot);
            slot.item.completeExceptionally(e);
            throw e;
        }
        makeRoom();
        return slot.item.join().document();
    }

    void takeDown(Set<Topic> topics) {
        slots.values().removeIf(slot -> slot.isAbout(topics));
    }

    int count() {
        return slots.size();
    }

    private void makeRoom() {
        long size = slots.values().stream().mapToLong(Slot::size).sum();
        if (size <= largest) {
            return;
        }
        List<Map.Entry<FeedAddress.Document, Slot>> oldestFirst = slots.entrySet().stream()
                .filter(entry -> entry.getValue().ready() != null)
                .sorted(Comparator.comparingLong(entry -> entry.getValue().usedAt))
                .toList();
        for (Map.Entry<FeedAddress.Document, Slot> oldest : oldestFirst) {
            if (size <= largest * 3 / 4) {
                return;
            }
            slots.remove(oldest.getKey(), oldest.getValue());
            size -= oldest.getValue().size();
        }
    }
}
