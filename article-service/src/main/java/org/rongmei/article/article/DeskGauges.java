// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.InstantSource;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** What an administrator is woken for: {@code article_reviews_overdue}. */
@ApplicationScoped
class DeskGauges {

    private static final Metadata OVERDUE = Metadata.builder()
            .withName("article_reviews_overdue")
            .withDescription("Emergency publications whose reviews did not come in time")
            .build();

    @Inject
    MetricRegistry metrics;

    @Inject
    Articles articles;

    @Inject
    InstantSource clock;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        metrics.gauge(OVERDUE, () -> articles.countOverdue(clock.instant()));
    }
}
