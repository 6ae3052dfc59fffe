// SPDX-License-Identifier: Apache-2.0
package org.rongmei.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** PostgreSQL from the build's own binaries, for as long as the tests of one Java process run. */
public final class TestPostgres {

    private static TestPostgres running;

    private final EmbeddedPostgres server;

    private TestPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    public static synchronized TestPostgres running() {
        if (running == null) {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .setPort(ItServer.freePort())
                        .start();
                running = new TestPostgres(server);
                Runtime.getRuntime().addShutdownHook(new Thread(running::stop));
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL cannot be started for the tests", e);
            }
        }
        return running;
    }

    /** One that can be stopped and started again with what it holds: it keeps everything in the directory. */
    public static TestPostgres in(Path directory, int port) {
        try {
            return new TestPostgres(EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL cannot be started in " + directory, e);
        }
    }

    /** An empty database, as the URL that a data source takes; the user is {@code postgres}, without a password. */
    public String emptyDatabase(String name) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("Database " + name + " cannot be made", e);
        }
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
    }

    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL cannot be stopped", e);
        }
    }
}
