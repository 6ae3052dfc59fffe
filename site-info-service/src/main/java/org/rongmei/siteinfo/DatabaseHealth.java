// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready as long as the database answers. Being alive does not depend on it: a restart of ours brings nobody's back. */
@Readiness
@ApplicationScoped
public class DatabaseHealth implements HealthCheck {

    private static final int PATIENCE_SECONDS = 2;

    @Resource(lookup = "jdbc/siteinfo")
    DataSource database;

    @Override
    public HealthCheckResponse call() {
        try (Connection connection = database.getConnection()) {
            return HealthCheckResponse.named("site-info-database")
                    .status(connection.isValid(PATIENCE_SECONDS))
                    .build();
        } catch (SQLException e) {
            return HealthCheckResponse.named("site-info-database").down().build();
        }
    }
}
