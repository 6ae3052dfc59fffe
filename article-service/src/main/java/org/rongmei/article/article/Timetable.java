// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import org.rongmei.article.SortedId;
import org.rongmei.kit.OneAtATime;

/**
 * Publishes what is scheduled when its time has come. Every node looks; who is first holds the article until it is
 * published, and whoever comes next finds it done. What came due while nothing ran is published at the next start.
 */
@ApplicationScoped
class Timetable {

    private static final System.Logger LOG = System.getLogger(Timetable.class.getName());
    private static final int MILLIS_BETWEEN_LOOKS = 400;
    private static final int AT_ONCE = 100;

    @Inject
    PublicationDesk desk;

    @Resource
    ManagedScheduledExecutorService executor;

    private boolean failing;
    private final OneAtATime looking = new OneAtATime(this::look);

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        executor.scheduleWithFixedDelay(looking, 0, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            desk.due(AT_ONCE).forEach(this::publish);
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.log(Level.WARNING, "The timetable cannot be read, and is looked at again and again: " + e);
            }
            failing = true;
        }
    }

    /** One that cannot be published keeps no other from its time. */
    private void publish(long id) {
        try {
            desk.publishDue(id);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Article " + SortedId.format(id) + " could not be published at its time: " + e);
        }
    }
}
