// SPDX-License-Identifier: Apache-2.0
package org.rongmei.keeping;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.rongmei.keeping.Tables.Total;
import org.rongmei.server.DataDirectory;
import org.rongmei.server.Refusal;

/**
 * {@code ./move}: a newsroom that is stopped, from its embedded databases to PostgreSQL, with everything else it has. The
 * schema is made by the services' own migrations, the rows are copied, and then read again on both sides: what a table
 * holds has to add up to the same.
 */
public final class Move {

    private static final String USAGE = """
            ./move DATA NEW
              DATA   the data directory of a stopped newsroom with embedded databases; nothing in it is changed
              NEW    a new data directory, for what is not in databases
            The databases, empty ones, are named by RONGMEI_ARTICLE_DB_URL, _USER and _PASSWORD, and the same with FEED and
            SITEINFO: jdbc:postgresql://host[:port]/name""";

    /** Held, as Java forgets the level of a logger that nobody knows. Flyway tells of every migration. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private static final Map<String, String> SERVICE =
            Map.of("article", "article-service", "feed", "feed-service", "siteinfo", "site-info-service");

    private final Path apps;
    private final Map<String, String> environment;
    private final PrintStream out;

    /** @param apps where the services' archives are: their migrations are in them */
    Move(Path apps, Map<String, String> environment, PrintStream out) {
        this.apps = apps;
        this.environment = environment;
        this.out = out;
    }

    public static void main(String[] arguments) {
        FLYWAY.setLevel(Level.WARNING);
        try {
            if (arguments.length != 2 || arguments[0].startsWith("-")) {
                throw new Refusal(USAGE);
            }
            Path apps = Path.of(System.getProperty("rongmei.home", "."), "usr/shared/apps");
            new Move(apps, System.getenv(), System.out)
                    .move(DataDirectory.existing(Path.of(arguments[0])), Path.of(arguments[1]));
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    void move(DataDirectory from, Path target) {
        from.lock();
        Path to = target.toAbsolutePath().normalize();
        if (Files.exists(to)) {
            throw new Refusal(to + " exists already: the newsroom moves into a new directory.");
        }
        List<Database> sources = Database.of(from.path(), Map.of());
        List<Database> targets = Database.of(to, environment);
        targets.forEach(Database::requireEmptyServer);
        try {
            for (int number = 0; number < sources.size(); number++) {
                move(sources.get(number), targets.get(number));
            }
            Belongings.privateDirectory(to);
            Belongings.copyOthers(from.path(), to);
            movePictures(from.path().resolve(Belongings.PICTURES), to.resolve(Belongings.PICTURES));
        } catch (SQLException | IOException e) {
            throw new Refusal("The move failed, and " + from.path() + " is as it was: " + e.getMessage(), e);
        }
        out.println("Moved, and found to be the same. Start it with ./run --data " + to
                + " and the same RONGMEI_*_DB_URL; put " + from.path() + " away.");
    }

    private void move(Database source, Database target) throws SQLException, IOException {
        out.println("Database " + source.name() + ":");
        migrate(target);
        String reading = source.url() + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r;LAZY_QUERY_EXECUTION=1";
        try (Connection embedded = DriverManager.getConnection(
                        reading.replace("jdbc:durable-h2:", "jdbc:h2:"), source.user(), source.password());
                Connection server = target.connect()) {
            server.setAutoCommit(false);
            Tables from = new Tables(embedded);
            Tables to = new Tables(server);
            requireSameSchema(source, from, to);
            List<String> keys = dropForeignKeys(server);
            Map<String, Total> copied = new LinkedHashMap<>();
            for (Map.Entry<String, List<String>> table : from.columns().entrySet()) {
                copied.put(table.getKey(), to.fill(table.getKey(), table.getValue(), from));
            }
            setSequences(embedded, server);
            try (Statement statement = server.createStatement()) {
                for (String key : keys) {
                    statement.execute(key);
                }
            }
            server.commit();
            prove(copied, from.columns(), to);
        }
    }

    private static void requireSameSchema(Database source, Tables from, Tables to) throws SQLException {
        if (!from.version().equals(to.version())) {
            throw new Refusal("The database " + source.name() + " is at version " + from.version()
                    + " of its schema, this Rongmei at " + to.version()
                    + ": start it once with ./run, which upgrades it, and stop it again.");
        }
        if (!from.columns().equals(to.columns())) {
            throw new IllegalStateException("The tables of " + source.name() + " differ from PostgreSQL's");
        }
    }

    private void prove(Map<String, Total> copied, Map<String, List<String>> columns, Tables to) throws SQLException {
        for (Map.Entry<String, Total> table : copied.entrySet()) {
            Total there = to.sum(table.getKey(), columns.getOrDefault(table.getKey(), List.of()));
            out.printf("  %-20s %s%n", table.getKey(), there);
            if (!there.equals(table.getValue())) {
                throw new Refusal(
                        "Table " + table.getKey() + " is not the same on PostgreSQL: it was " + table.getValue() + ".");
            }
        }
    }

    /** @return what brings them back, and finds every row that would break them */
    private static List<String> dropForeignKeys(Connection server) throws SQLException {
        List<String> drop = new ArrayList<>();
        List<String> add = new ArrayList<>();
        try (Statement statement = server.createStatement();
                ResultSet keys = statement.executeQuery("select conrelid::regclass::text, quote_ident(conname),"
                        + " pg_get_constraintdef(oid) from pg_constraint where contype = 'f' and connamespace ="
                        + " current_schema()::regnamespace")) {
            while (keys.next()) {
                String table = "alter table " + keys.getString(1);
                drop.add(table + " drop constraint " + keys.getString(2));
                add.add(table + " add constraint " + keys.getString(2) + " " + keys.getString(3));
            }
        }
        try (Statement statement = server.createStatement()) {
            for (String key : drop) {
                statement.execute(key);
            }
        }
        return add;
    }

    private static void setSequences(Connection embedded, Connection server) throws SQLException {
        Map<String, Long> next = new HashMap<>();
        try (Statement statement = embedded.createStatement();
                ResultSet sequences = statement.executeQuery("select lower(sequence_name), base_value from"
                        + " information_schema.sequences where sequence_schema = current_schema")) {
            while (sequences.next()) {
                next.put(sequences.getString(1), sequences.getLong(2));
            }
        }
        for (Map.Entry<String, Long> sequence : next.entrySet()) {
            try (Statement statement = server.createStatement()) {
                statement.execute("select setval('" + sequence.getKey() + "', " + sequence.getValue() + ", false)");
            }
        }
    }

    private void movePictures(Path from, Path to) throws IOException {
        Belongings.copyPictures(from, to, null);
        if (Files.isDirectory(from)) {
            Map<String, String> sums = Sums.of(from);
            if (!sums.equals(Sums.of(to))) {
                throw new Refusal("The pictures in " + to + " are not those of " + from + ".");
            }
            out.println("Pictures: " + sums.size() + " files with the same SHA-256");
        }
    }

    /** By the class of the service that does it at its start, from the service's own archive. */
    private void migrate(Database target) throws IOException {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(target.url());
        server.setUser(target.user());
        server.setPassword(target.password());
        Path unpacked = Files.createTempDirectory("rongmei-move-");
        try {
            List<URL> path = unpack(apps.resolve(SERVICE.get(target.name()) + ".war"), unpacked);
            ClassLoader ours = Thread.currentThread().getContextClassLoader();
            try (URLClassLoader service = new URLClassLoader(path.toArray(URL[]::new), Move.class.getClassLoader())) {
                Thread.currentThread().setContextClassLoader(service);
                service.loadClass("org.rongmei.kit.Schema")
                        .getMethod("migrate", DataSource.class)
                        .invoke(null, server);
            } catch (InvocationTargetException e) {
                throw new Refusal(
                        "The schema cannot be made in " + target.url() + ": "
                                + e.getCause().getMessage(),
                        e);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The services migrate otherwise now", e);
            } finally {
                Thread.currentThread().setContextClassLoader(ours);
            }
        } finally {
            Belongings.remove(unpacked);
        }
    }

    private static List<URL> unpack(Path archive, Path to) throws IOException {
        List<URL> path = new ArrayList<>();
        path.add(Files.createDirectories(to.resolve("WEB-INF/classes")).toUri().toURL());
        try (InputStream file = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = to.resolve(entry.getName()).normalize();
                if (entry.isDirectory() || !target.startsWith(to.resolve("WEB-INF"))) {
                    continue;
                }
                Files.createDirectories(target.getParent());
                Files.copy(zip, target);
                if (target.toString().endsWith(".jar")) {
                    path.add(target.toUri().toURL());
                }
            }
        }
        return path;
    }
}
