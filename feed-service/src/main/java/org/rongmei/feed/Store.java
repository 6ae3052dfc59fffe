// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import javax.sql.DataSource;
import org.rongmei.kit.Schema;

/** The service's own database. */
@ApplicationScoped
public class Store {

    @Resource(lookup = "jdbc/feed")
    DataSource database;

    @Produces
    @PersistenceContext
    EntityManager entityManager;

    void migrate(
            @Observes @Initialized(ApplicationScoped.class) @Priority(Interceptor.Priority.PLATFORM_BEFORE)
                    Object started) {
        Schema.migrate(database);
    }
}
