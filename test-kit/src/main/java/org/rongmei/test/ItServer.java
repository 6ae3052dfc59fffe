// SPDX-License-Identifier: Apache-2.0
package org.rongmei.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Prepares the Liberty server of a service's integration tests before Arquillian starts it: a user directory of its own,
 * a free port, accounts with the password {@code pw}, and the database that {@code rongmei.it.database} names. Acts only
 * where {@code rongmei.it.service} says which service it is.
 */
public class ItServer implements LauncherSessionListener {

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
                  <variable name="rongmei.keystore.password" defaultValue="only-for-tests"/>
                  %s
                </server>
                """.formatted(service, port, url);
    }

    private static String variable(String name, String value) {
        return "<variable name=\"" + name + "\" value=\"" + value + "\"/>";
    }

    /** A port that nobody uses now; between this and its use it could be taken, which a second run would mend. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("There is no free port", e);
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
