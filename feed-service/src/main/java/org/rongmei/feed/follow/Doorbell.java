// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.follow;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.rongmei.feed.FeedSettings;
import org.rongmei.kit.EventStream;

/** Listens to article-service's event stream: it carries numbers, not news, so each ring is a look at the change log. */
@ApplicationScoped
public class Doorbell implements EventStream.Listener {

    @Inject
    ChangeFollower follower;

    @Inject
    FeedSettings settings;

    @Resource
    ManagedScheduledExecutorService executor;

    @Resource
    ContextService contexts;

    /**
     * Caught while we are on a thread of the application: the client's threads know nothing of it, and what they hand on
     * would not find its JSON provider.
     */
    private Runnable catchUp = () -> {};

    private @Nullable EventStream stream;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        catchUp = contexts.contextualRunnable(follower::catchUp);
        stream = new EventStream(URI.create(settings.articleUrl() + "/changes/stream"), executor, this);
        stream.open();
    }

    @Override
    public void opened(boolean resumed) {
        executor.submit(catchUp);
    }

    @Override
    public void heard(EventStream.Event event) {
        executor.submit(catchUp);
    }

    @PreDestroy
    void stop() {
        if (stream != null) {
            stream.close();
        }
    }
}
