// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Brings a service's database to the schema that its code expects, before anything else touches it. */
public final class Schema {

    private static final System.Logger LOG = System.getLogger(Schema.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PATIENCE = 60;

    private Schema() {}

    /** @throws IllegalStateException when the schema is not the one expected afterwards: the service must not start */
    public static void migrate(DataSource database) {
        awaitConnection(database);
        Flyway flyway = Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .load();
        refuseNewer(flyway);
        flyway.migrate();
        // Inside Liberty, Flyway finds no migrations unless marker files are on the class path (db/migration and
        // db/callback/flyway.location), and then it only warns. Starting with no schema would be worse than not
        // starting.
        if (flyway.info().current() == null || flyway.info().pending().length > 0) {
            throw new IllegalStateException("The database schema is not current: "
                    + flyway.info().pending().length + " migrations were not applied, or none was found");
        }
    }

    /** Flyway would let it pass: code that knows nothing of a newer schema could write what that does not allow. */
    private static void refuseNewer(Flyway flyway) {
        for (MigrationInfo migration : flyway.info().applied()) {
            if (migration.getState() == MigrationState.FUTURE_SUCCESS
                    || migration.getState() == MigrationState.FUTURE_FAILED) {
                throw new IllegalStateException("The database has been upgraded by a newer Rongmei, to version "
                        + migration.getVersion()
                        + " of its schema, which this one does not know. Start the newer one, or put"
                        + " back the backup of before the upgrade.");
            }
        }
    }

    /** A database server may come up later than we do. */
    private static void awaitConnection(DataSource database) {
        for (int tried = 1; ; tried++) {
            try (Connection connection = database.getConnection()) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException e) {
                if (tried == PATIENCE) {
                    throw new IllegalStateException("The database cannot be reached", e);
                }
                LOG.log(Level.INFO, "Waiting for the database: " + e.getMessage());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
