// SPDX-License-Identifier: Apache-2.0
package org.rongmei.server;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rongmei.server.DataDirectory.Newsroom;

/** {@code ./run}: brings a newsroom up, shows where it is, and takes it down again. */
public final class Launcher {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final LaunchOptions options;
    private final Path home;
    private final PrintStream out;
    private final List<LibertyProcess> servers = new ArrayList<>();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    Launcher(LaunchOptions options, Path home, PrintStream out) {
        this.options = options;
        this.home = home;
        this.out = out;
    }

    public static void main(String[] arguments) throws InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.println(LaunchOptions.USAGE);
            return;
        }
        try {
            LaunchOptions options = LaunchOptions.parse(List.of(arguments));
            new Launcher(options, Path.of(System.getProperty("rongmei.home", ".")), System.out).run();
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    void run() throws InterruptedException {
        DataDirectory data = DataDirectory.open(options.data());
        data.lock();
        if (data.isNew()) {
            data.remember(options.empty() ? Newsroom.EMPTY : Newsroom.LOADING);
        }
        String site = site(data);
        if (site.equals("sample") && !options.isLoopback()) {
            throw new Refusal("The sample site is invented and is served on this machine only: choose another register"
                    + " with --site, or leave --host out.");
        }
        ports().forEach(this::requireFree);
        if (options.restored()) {
            noteRestored(data);
        }
        Map<String, String> passwords = data.openAccounts();
        showAccounts(data, passwords);
        data.secret("rongmei.keystore.password");
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        start(data, site);
        awaitReady();
        if (data.newsroom() == Newsroom.LOADING) {
            new SampleNewsroom(samples(), articleUrl(), out).load(data);
            data.remember(Newsroom.SAMPLE);
        }
        showAddresses(data);
        for (LibertyProcess server : servers) {
            server.await();
        }
    }

    private static void noteRestored(DataDirectory data) {
        try {
            DataDirectory.restored(data.path());
        } catch (IOException e) {
            throw new Refusal("The data directory " + data.path() + " cannot be written to.", e);
        }
    }

    private String site(DataDirectory data) {
        if (options.site() != null) {
            return options.site();
        }
        return data.newsroom() == Newsroom.EMPTY ? "" : "sample";
    }

    /** The servers with their ports: all in one, or one each. */
    private Map<String, Integer> servers() {
        Map<String, Integer> servers = new LinkedHashMap<>();
        if (!options.separate()) {
            servers.put("rongmei", options.port());
            return servers;
        }
        servers.put("article-service", options.port() + 1);
        servers.put("feed-service", options.port() + 2);
        servers.put("site-info-service", options.port() + 3);
        servers.put("site-frontend", options.port());
        return servers;
    }

    private List<Integer> ports() {
        List<Integer> ports = new ArrayList<>(servers().values());
        if (options.httpsPort() > 0) {
            ports.add(options.httpsPort());
        }
        return ports;
    }

    private void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(options.host()), port));
        } catch (IOException e) {
            throw new Refusal(
                    "Port " + port + " on " + options.host() + " is in use; choose another one with --port.", e);
        }
    }

    private void start(DataDirectory data, String site) {
        out.println("Starting " + (options.separate() ? "four servers" : "the server") + " ...");
        int article = options.separate() ? options.port() + 1 : options.port();
        int feed = options.separate() ? options.port() + 2 : options.port();
        int siteInfo = options.separate() ? options.port() + 3 : options.port();
        servers().forEach((name, port) -> {
            Map<String, String> environment = new LinkedHashMap<>();
            environment.put("RONGMEI_HTTP_HOST", options.host());
            environment.put("RONGMEI_HTTP_PORT", String.valueOf(port));
            boolean secure = port == options.port() && options.httpsPort() > 0;
            environment.put("RONGMEI_HTTPS_PORT", secure ? String.valueOf(options.httpsPort()) : "-1");
            environment.put("RONGMEI_SITE", site);
            environment.put("RONGMEI_ARTICLE_URL", "http://localhost:" + article + "/content");
            environment.put("RONGMEI_FEED_URL", "http://localhost:" + feed + "/feeds");
            environment.put("RONGMEI_SITEINFO_URL", "http://localhost:" + siteInfo + "/site-info");
            if (!data.restoredAs().isEmpty()) {
                environment.put("RONGMEI_ARTICLE_RESTORED", data.restoredAs());
            }
            if (System.getenv("RONGMEI_SITE_URL") == null) {
                environment.put("RONGMEI_SITE_URL", siteUrl());
            }
            if (data.newsroom() != Newsroom.EMPTY) {
                environment.put(
                        "RONGMEI_SITEINFO_SEED", samples().resolve("registers").toString());
            }
            servers.add(LibertyProcess.start(name, home.resolve("wlp"), home.resolve("usr"), data, environment));
        });
    }

    private Path samples() {
        return home.resolve("usr/shared/resources/sample");
    }

    private String siteUrl() {
        return "http://localhost:" + options.port();
    }

    private String articleUrl() {
        return "http://localhost:" + servers().values().iterator().next() + "/content";
    }

    private void awaitReady() throws InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        for (int port : servers().values()) {
            while (!isReady(port)) {
                if (servers.stream().anyMatch(server -> !server.isAlive())) {
                    throw new Refusal("The server has stopped while starting; its log is in "
                            + options.data().resolve("server") + ".");
                }
                if (System.nanoTime() > giveUp) {
                    throw new Refusal("The server did not become ready; its log is in "
                            + options.data().resolve("server") + ".");
                }
                Thread.sleep(250);
            }
        }
    }

    private boolean isReady(int port) throws InterruptedException {
        return answers(port, "/health/started") && answers(port, "/health/ready");
    }

    private boolean answers(int port, String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void showAccounts(DataDirectory data, Map<String, String> passwords) {
        if (passwords.isEmpty()) {
            return;
        }
        if (Passwords.fromEnvironment().isPresent()) {
            out.println(
                    "Accounts " + String.join(", ", passwords.keySet()) + " have the password of RONGMEI_PASSWORD.");
            return;
        }
        out.println("Accounts were opened. Their passwords are shown this once:");
        passwords.forEach((login, password) -> {
            if (!login.equals("syndicator")) {
                out.printf("  %-16s %s%n", login, password);
            }
        });
        out.println("They are kept, hashed, in " + data.path().resolve("accounts.xml") + "; ./accounts changes them.");
    }

    private void showAddresses(DataDirectory data) {
        int feeds = options.separate() ? options.port() + 2 : options.port();
        int content = options.separate() ? options.port() + 1 : options.port();
        out.println();
        out.println("The newsroom is up.");
        out.println("  Site      " + siteUrl() + "/");
        if (options.httpsPort() > 0) {
            out.println("            https://localhost:" + options.httpsPort() + "/ (certificate of its own)");
        }
        out.println("  Feed      http://localhost:" + feeds + "/feeds/rss.xml");
        out.println("  API       http://localhost:" + content + "/openapi/ui/");
        out.println("  Accounts  " + data.path().resolve("accounts.xml") + " (see ./accounts list)");
        out.println("  Logs      " + data.path().resolve("server"));
        out.println("Ctrl-C stops it.");
    }

    private void stop() {
        out.println("Stopping ...");
        servers.parallelStream().forEach(LibertyProcess::stop);
    }
}
