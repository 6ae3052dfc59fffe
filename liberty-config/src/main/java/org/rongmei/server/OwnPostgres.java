// SPDX-License-Identifier: Apache-2.0
package org.rongmei.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL in the data directory, by the programs of the operating system, for who has no database server. */
final class OwnPostgres {

    private static final Map<String, String> DATABASES =
            Map.of("ARTICLE", "rongmei_article", "FEED", "rongmei_feed", "SITEINFO", "rongmei_siteinfo");
    private static final String USER = "rongmei";

    private final Path folder;
    private final int port;
    private final String password;
    private final Path programs;
    private final Process process;

    private OwnPostgres(Path folder, int port, String password, Path programs) throws IOException {
        this.folder = folder;
        this.port = port;
        this.password = password;
        this.programs = programs;
        this.process = new ProcessBuilder(
                        programs.resolve("postgres").toString(),
                        "-D",
                        folder.toString(),
                        "-p",
                        String.valueOf(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "max_connections=200")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolveSibling("postgres.log").toFile())
                .start();
    }

    /** @throws Refusal when it cannot run here, and why */
    static OwnPostgres start(DataDirectory data, int port) {
        if (System.getProperty("user.name").equals("root")) {
            throw new Refusal("PostgreSQL does not run as root: start as another user, or name databases of your own in"
                    + " RONGMEI_ARTICLE_DB_URL, RONGMEI_FEED_DB_URL and RONGMEI_SITEINFO_DB_URL.");
        }
        Path folder = data.path().resolve("postgres");
        Path programs = programs();
        String password = data.secret("rongmei.postgres.password");
        try {
            if (!Files.exists(folder.resolve("PG_VERSION"))) {
                initialise(folder, programs, data.path().resolve("secrets/rongmei.postgres.password"));
            }
            OwnPostgres postgres = new OwnPostgres(folder, port, password, programs);
            postgres.makeDatabases();
            return postgres;
        } catch (IOException e) {
            throw new Refusal("PostgreSQL cannot be started: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while PostgreSQL was starting.", e);
        }
    }

    /** Of the newest version that Debian has installed here. */
    private static Path programs() {
        Path versions = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(versions)) {
            try (Stream<Path> installed = Files.list(versions)) {
                return installed
                        .map(version -> version.resolve("bin"))
                        .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
                        .max(Comparator.naturalOrder())
                        .orElseThrow(OwnPostgres::missing);
            } catch (IOException e) {
                throw new Refusal("The versions of PostgreSQL cannot be listed.", e);
            }
        }
        throw missing();
    }

    private static Refusal missing() {
        return new Refusal("Nodes share a PostgreSQL (Debian: postgresql), and there is none.");
    }

    private static void initialise(Path folder, Path programs, Path password) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        programs.resolve("initdb").toString(),
                        "-D",
                        folder.toString(),
                        "-U",
                        USER,
                        "--pwfile",
                        password.toString(),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolveSibling("postgres.log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new Refusal(
                    "PostgreSQL cannot be set up: " + Files.readString(folder.resolveSibling("postgres.log")));
        }
    }

    private void makeDatabases() throws InterruptedException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String database : DATABASES.values()) {
                if (!statement
                        .executeQuery("select 1 from pg_database where datname = '" + database + "'")
                        .next()) {
                    statement.execute("create database " + database);
                }
            }
        } catch (SQLException e) {
            throw new Refusal("PostgreSQL in " + folder + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    private Connection connect() throws SQLException, InterruptedException {
        for (int tried = 1; ; tried++) {
            try {
                return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, password);
            } catch (SQLException e) {
                if (tried == 120 || !process.isAlive()) {
                    throw e;
                }
                Thread.sleep(500);
            }
        }
    }

    /** What tells the servers where it is. */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        DATABASES.forEach((service, database) -> {
            environment.put("RONGMEI_" + service + "_DB_URL", "jdbc:postgresql://127.0.0.1:" + port + "/" + database);
            environment.put("RONGMEI_" + service + "_DB_USER", USER);
            environment.put("RONGMEI_" + service + "_DB_PASSWORD", password);
        });
        return environment;
    }

    /** Its fast shutdown: whoever is connected is cut off, nothing committed is lost. */
    void stop() {
        try {
            new ProcessBuilder(List.of(
                            programs.resolve("pg_ctl").toString(), "stop", "-D", folder.toString(), "-m", "fast"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(30, TimeUnit.SECONDS);
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }
}
