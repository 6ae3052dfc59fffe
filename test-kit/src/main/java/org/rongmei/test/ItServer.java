// SPDX-License-Identifier: Apache-2.0
package org.rongmei.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Prepares the Liberty server of a service's integration tests before Arquillian starts it: a user directory of its own,
 * a free port, accounts with the password {@code pw}, and the database that {@code rongmei.it.database} names. Acts only
 * where {@code rongmei.it.service} says which service it is.
 */
public class ItServer implements LauncherSessionListener {

    /**
     * For the Java of a server that lives for a minute or two: most of what the optimising compiler would do for it costs
     * more processor time than it saves. Never where speed is measured.
     */
    public static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

    private static final int LOWEST_PORT = 15_000;
    private static final int HIGHEST_PORT = 32_000;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String service = System.getProperty("rongmei.it.service");
        if (service != null) {
            prepare(service, System.getProperty("rongmei.it.database", "h2"));
        }
    }

    private static void prepare(String service, String database) {
        Path work = Path.of("target", "it-" + database).toAbsolutePath();
        Path user = work.resolve("usr");
        Path data = work.resolve("data");
        int port = freePort();
        // Arquillian refuses a server of a name that it finds running, in whosever folder.
        String name = "it-" + port;
        try {
            delete(work);
            copy(Path.of(System.getProperty("rongmei.root"), "liberty-config/target/usr"), user);
            Files.createDirectories(data.resolve(service));
            Files.createDirectories(data.resolve("media"));
            Path server = Files.createDirectories(user.resolve("servers/" + name));
            Files.writeString(server.resolve("server.xml"), serverXml(service, database, port));
            Files.writeString(data.resolve("accounts.xml"), TestAccounts.xml());
        } catch (IOException e) {
            throw new UncheckedIOException("The test server cannot be prepared in " + work, e);
        }
        System.setProperty("rongmei.it.usr", user.toString());
        System.setProperty("rongmei.it.data", data.toString());
        System.setProperty("rongmei.it.jvm", SHORT_LIVED);
        System.setProperty("rongmei.it.port", String.valueOf(port));
        System.setProperty("rongmei.it.server", name);
    }

    private static String serverXml(String service, String database, int port) {
        String url = database.equals("postgresql")
                ? variable(
                                "rongmei." + service + ".db.url",
                                TestPostgres.running().emptyDatabase(service + "_it"))
                        + variable("rongmei." + service + ".db.user", "postgres")
                : "";
        return """
                <server>
                  <featureManager><feature>localConnector-1.0</feature></featureManager>
                  <include location="${shared.config.dir}/common.xml"/>
                  <include location="${shared.config.dir}/database-%s.xml"/>
                  <applicationMonitor updateTrigger="polled" pollingRate="200ms"/>
                  <variable name="rongmei.http.port" value="%d"/>
                  <variable name="rongmei.https.port" defaultValue="-1"/>
                  <variable name="rongmei.http.writeTimeout" defaultValue="4s"/>
                  <variable name="rongmei.site.url" defaultValue="https://news.example"/>
                  <!-- Newsrooms that a test pretends ring no bell. -->
                  <variable name="rongmei.feed.follow.interval" defaultValue="200"/>
                  <variable name="rongmei.keystore.password" defaultValue="only-for-tests"/>
                  %s
                </server>
                """.formatted(service, port, url);
    }

    private static String variable(String name, String value) {
        return "<variable name=\"" + name + "\" value=\"" + value + "\"/>";
    }

    /** A port that nobody uses, from where the kernel takes none for a client of its own. */
    public static int freePort() {
        return freePorts(1);
    }

    /**
     * The first of several in a row that nobody uses. They are below what kernels give to clients (32768 and more with
     * Linux, 49152 by RFC 6335 section 6): one from there can be taken between this and its use by any connection.
     */
    public static int freePorts(int count) {
        for (int trial = 0; trial < 100; trial++) {
            int first = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT - count);
            if (IntStream.range(first, first + count).allMatch(ItServer::isFree)) {
                return first;
            }
        }
        throw new IllegalStateException("There is no free port");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
