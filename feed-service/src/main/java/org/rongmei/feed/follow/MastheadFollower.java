// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.follow;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rongmei.feed.FeedSettings;
import org.rongmei.feed.entry.NewsArrived;
import org.rongmei.feed.entry.Topic;

/** Holds one copy of the site's register and asks every half minute whether it still holds. */
@ApplicationScoped
public class MastheadFollower {

    private static final System.Logger LOG = System.getLogger(MastheadFollower.class.getName());
    private static final int WORTH_A_LINE = 15;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Inject
    FeedSettings settings;

    @Inject
    MastheadCopies copies;

    @Inject
    Event<NewsArrived> news;

    @Resource
    ManagedScheduledExecutorService executor;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private volatile Masthead masthead = Masthead.UNKNOWN;
    private @Nullable String etag;
    private int failures;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        settings.site().flatMap(copies::find).ifPresent(document -> masthead = Masthead.fromJson(document));
        executor.scheduleWithFixedDelay(this::lookEagerly, 1, 2, TimeUnit.SECONDS);
        executor.scheduleWithFixedDelay(this::look, 30, 30, TimeUnit.SECONDS);
    }

    public Masthead masthead() {
        return masthead;
    }

    /** Until there is a first answer. */
    private void lookEagerly() {
        if (etag == null) {
            look();
        }
    }

    private synchronized void look() {
        settings.site().ifPresent(site -> {
            try {
                ask(site);
                failures = 0;
            } catch (IOException | RuntimeException e) {
                failures++;
                if (failures == WORTH_A_LINE) {
                    LOG.log(Level.WARNING, "site-info-service did not answer: " + e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void ask(String site) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.siteInfoUrl() + "/sites/" + site))
                .timeout(PATIENCE)
                .header("Accept", "application/json");
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            return;
        }
        Masthead fresh = Masthead.fromJson(response.body());
        copies.keep(site, response.body());
        etag = response.headers().firstValue("ETag").orElse(null);
        if (!fresh.equals(masthead)) {
            masthead = fresh;
            news.fire(new NewsArrived(0, Set.of(Topic.EVERYTHING)));
        }
    }
}
