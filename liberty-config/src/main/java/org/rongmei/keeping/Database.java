// SPDX-License-Identifier: Apache-2.0
package org.rongmei.keeping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rongmei.server.Refusal;

/**
 * One of the three databases of a newsroom, found as the servers find it: by environment, or in the data directory.
 *
 * @param name as the data source has it, {@code article} for one
 * @param url for JDBC
 */
record Database(String name, String url, String user, String password) {

    private static final List<String> NAMES = List.of("article", "feed", "siteinfo");
    private static final String EMBEDDED = "jdbc:durable-h2:file:";
    private static final Pattern SERVER = Pattern.compile("jdbc:postgresql://([^:/?]+)(?::(\\d+))?/([^?]+)(?:\\?.*)?");

    static List<Database> of(Path data, Map<String, String> environment) {
        List<Database> databases = new ArrayList<>();
        for (String name : NAMES) {
            String prefix = "RONGMEI_" + name.toUpperCase(Locale.ROOT) + "_DB_";
            databases.add(new Database(
                    name,
                    environment.getOrDefault(
                            prefix + "URL",
                            EMBEDDED + data.toAbsolutePath().resolve(name).resolve(name)),
                    environment.getOrDefault(prefix + "USER", "rongmei"),
                    environment.getOrDefault(prefix + "PASSWORD", secret(data, "rongmei." + name + ".db.password"))));
        }
        return databases;
    }

    private static String secret(Path data, String variable) {
        Path file = data.resolve("secrets").resolve(variable);
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException("Secret " + variable + " cannot be read", e);
        }
    }

    boolean isEmbedded() {
        return url.startsWith(EMBEDDED);
    }

    /** Of an embedded one: where it is, without what H2 adds to the name. */
    Path file() {
        return Path.of(url.substring(EMBEDDED.length()).replaceAll(";.*", ""));
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** @throws Refusal for anything but an empty PostgreSQL database that can be reached */
    void requireEmptyServer() {
        server();
        try (Connection connection = connect();
                ResultSet tables = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            if (tables.next()) {
                throw new Refusal("The database " + url + " is not empty: drop it, and make it anew.");
            }
        } catch (SQLException e) {
            throw new Refusal("The database " + url + " cannot be reached: " + e.getMessage(), e);
        }
    }

    /** @return a command of PostgreSQL for this database; the password is in its environment, where {@code ps} is blind */
    ProcessBuilder tool(String program, String... options) {
        Matcher server = server();
        List<String> command = new ArrayList<>(List.of(program, "--host", server.group(1), "--no-password"));
        command.addAll(List.of("--port", server.group(2) == null ? "5432" : server.group(2), "--username", user));
        command.addAll(List.of("--dbname", server.group(3)));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("PGPASSWORD", password);
        return builder;
    }

    private Matcher server() {
        Matcher server = SERVER.matcher(url);
        if (!server.matches()) {
            throw new Refusal(url + " is no address of a PostgreSQL database: jdbc:postgresql://host[:port]/name");
        }
        return server;
    }
}
