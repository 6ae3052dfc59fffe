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
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import org.rongmei.server.DataDirectory.Newsroom;

/** {@code ./run}: brings a newsroom up, shows where it is, and takes it down again. */
public final class Launcher {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final LaunchOptions options;
    private final Path home;
    private final PrintStream out;
    private final Shape shape;
    private final List<Node> nodes = new CopyOnWriteArrayList<>();
    private final Deque<Runnable> closing = new ConcurrentLinkedDeque<>();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    Launcher(LaunchOptions options, Path home, PrintStream out) {
        this.options = options;
        this.shape = Shape.of(options);
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
        for (Node node : nodes) {
            node.await();
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

    private List<Integer> ports() {
        List<Integer> ports = new ArrayList<>(shape.ports());
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

    private void start(DataDirectory data, String site) throws InterruptedException {
        out.println("Starting " + options.servers() + " ...");
        Map<String, String> databases = Map.of();
        if (shape.hasProxy()) {
            if (System.getenv("RONGMEI_ARTICLE_DB_URL") == null) {
                OwnPostgres postgres = OwnPostgres.start(data, shape.database());
                closing.push(postgres::stop);
                databases = postgres.environment();
            }
            Proxy proxy = Proxy.start(home.resolve("usr/nginx"), data.path().resolve("nginx"), shape, options.host());
            closing.push(proxy::stop);
        }
        for (Shape.Node node : shape.nodes()) {
            Map<String, String> environment = environment(node, data, site);
            environment.putAll(databases);
            if (node.number() > 1 && nodes.size() == shape.nodes().size() / 2) {
                // Migrations are done by one of each, and two cores start four servers faster than eight.
                awaitReady();
            }
            nodes.add(Node.start(
                    node, home.resolve("wlp"), home.resolve("usr"), data, environment, shape.hasProxy(), out));
        }
    }

    private Map<String, String> environment(Shape.Node node, DataDirectory data, String site) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("RONGMEI_HTTP_HOST", shape.hasProxy() ? "127.0.0.1" : options.host());
        environment.put("RONGMEI_HTTP_PORT", String.valueOf(node.port()));
        boolean secure = node.port() == options.port() && options.httpsPort() > 0;
        environment.put("RONGMEI_HTTPS_PORT", secure ? String.valueOf(options.httpsPort()) : "-1");
        environment.put("RONGMEI_SITE", site);
        environment.put("RONGMEI_ARTICLE_URL", articleUrl());
        environment.put("RONGMEI_FEED_URL", "http://localhost:" + shape.feed() + "/feeds");
        environment.put("RONGMEI_SITEINFO_URL", "http://localhost:" + shape.siteInfo() + "/site-info");
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
        if (System.getenv("RONGMEI_HTTP_PROXIES") == null && shape.hasProxy()) {
            environment.put("RONGMEI_HTTP_PROXIES", "127.0.0.1");
        }
        if (node.number() > 0) {
            Path own = data.path().resolve("nodes").resolve(node.name());
            environment.put("WLP_OUTPUT_DIR", own.toString());
            environment.put("RONGMEI_ARTICLE_SEARCH_DIR", own.resolve("search").toString());
            environment.put(
                    "RONGMEI_ARTICLE_IMPORTS_DIR", own.resolve("imports").toString());
            environment.put("RONGMEI_SITE_CACHE_DIR", own.resolve("site").toString());
        }
        return environment;
    }

    private Path samples() {
        return home.resolve("usr/shared/resources/sample");
    }

    private String siteUrl() {
        return "http://localhost:" + options.port();
    }

    private String articleUrl() {
        return "http://localhost:" + shape.article() + "/content";
    }

    private void awaitReady() throws InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        for (Node node : nodes) {
            while (!isReady(node.port())) {
                if (nodes.stream().anyMatch(other -> !other.isAlive())) {
                    throw new Refusal("The server has stopped while starting; its log is in "
                            + options.data().resolve(shape.hasProxy() ? "nodes" : "server") + ".");
                }
                if (System.nanoTime() > giveUp) {
                    throw new Refusal("The server did not become ready; its log is in "
                            + options.data().resolve(shape.hasProxy() ? "nodes" : "server") + ".");
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
        out.println();
        out.println("The newsroom is up.");
        out.println("  Site      " + siteUrl() + "/");
        if (options.httpsPort() > 0) {
            out.println("            https://localhost:" + options.httpsPort() + "/ (certificate of its own)");
        }
        out.println("  Feed      http://localhost:" + shape.feed() + "/feeds/rss.xml");
        out.println("  API       http://localhost:" + apiPort() + "/openapi/ui/");
        out.println("  Accounts  " + data.path().resolve("accounts.xml") + " (see ./accounts list)");
        out.println("  Logs      " + data.path().resolve(shape.hasProxy() ? "nodes" : "server"));
        out.println("Ctrl-C stops it.");
    }

    /** nginx shows no API documentation to the public; a server of its own does. */
    private int apiPort() {
        return shape.nodes().get(0).port();
    }

    private void stop() {
        out.println("Stopping ...");
        nodes.parallelStream().forEach(Node::stop);
        while (!closing.isEmpty()) {
            closing.pop().run();
        }
    }
}
