// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.rongmei.article.ArticleSettings;
import org.rongmei.article.SortedId;
import org.rongmei.kit.OneAtATime;

/**
 * Erases the text of what was withdrawn long ago, where the newsroom has said how long that is: somebody's personal data
 * may be why it was withdrawn (个人信息保护法 第四十七条). Unless it says so, nothing is ever erased. What was done with the
 * article stays, and so does its address, which stays 410.
 */
@ApplicationScoped
class Retention {

    private static final System.Logger LOG = System.getLogger(Retention.class.getName());
    private static final int AT_ONCE = 100;

    @Inject
    EraserDesk desk;

    @Inject
    ArticleSettings settings;

    @Resource
    ManagedScheduledExecutorService executor;

    private final OneAtATime looking = new OneAtATime(this::look);

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        if (settings.retention().isPresent()) {
            executor.scheduleWithFixedDelay(looking, 10, 3_600, TimeUnit.SECONDS);
        }
    }

    private void look() {
        Optional<Duration> kept = settings.retention();
        try {
            kept.ifPresent(period -> desk.due(period, AT_ONCE).forEach(id -> erase(id, period)));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "What is to be erased cannot be looked for, and is looked for again: " + e);
        }
    }

    private void erase(long id, Duration period) {
        try {
            desk.erase(id, period);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Article " + SortedId.format(id) + " could not be erased: " + e);
        }
    }
}
