// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.upstream;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.EventStream;
import org.rongmei.site.SiteSettings;

/**
 * Rings with each line of article-service's change log. What was asked since the last ring still holds, as long as the
 * bell can be heard.
 */
@ApplicationScoped
public class Bell implements EventStream.Listener {

    /** What must not be shown any more, whether or not it can be asked for anew. */
    public record Gone(@Nullable String articleId) {

        static final Gone ANYTHING = new Gone(null);

        public boolean isIn(String text) {
            return articleId == null || text.contains(articleId);
        }
    }

    @Inject
    SiteSettings settings;

    @Resource
    ManagedScheduledExecutorService executor;

    @Resource
    ContextService contexts;

    private final AtomicLong rings = new AtomicLong();
    private final List<Consumer<Gone>> listeners = new CopyOnWriteArrayList<>();
    private Consumer<EventStream.Event> teller = this::tell;
    private volatile @Nullable EventStream stream;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        // Caught on a thread of the application: the client's know nothing of it, and find no JSON provider.
        teller = contexts.contextualConsumer(this::tell);
        EventStream opening = new EventStream(URI.create(settings.articleUrl() + "/changes/stream"), executor, this);
        stream = opening;
        opening.open();
    }

    /** How often it has rung; empty when the next ring might not be heard. */
    public OptionalLong rings() {
        EventStream current = stream;
        return current != null && current.isHeard() ? OptionalLong.of(rings.get()) : OptionalLong.empty();
    }

    /** Calls when something has been withdrawn, until the application ends. */
    public void whenGone(Consumer<Gone> listener) {
        listeners.add(listener);
    }

    @Override
    public void opened(boolean resumed) {
        rings.incrementAndGet();
        if (!resumed) {
            listeners.forEach(listener -> listener.accept(Gone.ANYTHING));
        }
    }

    @Override
    public void heard(EventStream.Event event) {
        rings.incrementAndGet();
        executor.submit(() -> teller.accept(event));
    }

    private void tell(EventStream.Event event) {
        gone(event).ifPresent(gone -> listeners.forEach(listener -> listener.accept(gone)));
    }

    private static Optional<Gone> gone(EventStream.Event event) {
        if (event.name().equals("reset")) {
            return Optional.of(Gone.ANYTHING);
        }
        try (JsonReader reader = Json.createReader(new StringReader(event.data()))) {
            JsonObject line = reader.readObject();
            return switch (line.getString("kind", "")) {
                case "withdrawn" -> Optional.of(new Gone(line.getString("articleId", null)));
                case "section-closed" -> Optional.of(Gone.ANYTHING);
                default -> Optional.empty();
            };
        } catch (JsonException e) {
            return Optional.of(Gone.ANYTHING);
        }
    }

    @PreDestroy
    void stop() {
        EventStream current = stream;
        if (current != null) {
            current.close();
        }
    }
}
