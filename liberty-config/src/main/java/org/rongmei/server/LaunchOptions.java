// SPDX-License-Identifier: Apache-2.0
package org.rongmei.server;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was asked of {@code ./run}. */
record LaunchOptions(
        int port,
        int httpsPort,
        String host,
        Path data,
        boolean empty,
        boolean separate,
        boolean nodes,
        boolean restored,
        @Nullable String site) {

    static final String USAGE = """
            ./run [--port N] [--https-port N] [--host ADDRESS] [--data DIR] [--site NAME] [--empty] [--separate|--nodes] [--restored]
              --port N        of the site, 9080 unless said otherwise
              --https-port N  9443 with port 9080, otherwise none
              --host ADDRESS  127.0.0.1 unless said otherwise; the sample site is never served elsewhere
              --data DIR      where everything is kept, ./data unless said otherwise
              --site NAME     whose register is shown: sample, zhucheng or one of your own
              --empty         starts a new data directory without the sample newsroom
              --separate      four servers, at ports N to N+3, instead of one
              --nodes         two servers of each behind nginx, at ports N to N+12, with PostgreSQL
              --restored      once, after the data directory was put back from a backup""";

    private static final int USUAL_PORT = 9080;

    static LaunchOptions parse(List<String> words) {
        int port = USUAL_PORT;
        Optional<Integer> httpsPort = Optional.empty();
        String host = "127.0.0.1";
        Path data = Path.of("data");
        boolean empty = false;
        boolean separate = false;
        boolean nodes = false;
        boolean restored = false;
        @Nullable String site = null;
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--port" -> port = port(value(word, rest));
                case "--https-port" -> httpsPort = Optional.of(port(value(word, rest)));
                case "--host" -> host = value(word, rest);
                case "--data" -> data = Path.of(value(word, rest));
                case "--site" -> site = value(word, rest);
                case "--empty" -> empty = true;
                case "--separate" -> separate = true;
                case "--nodes" -> nodes = true;
                case "--restored" -> restored = true;
                default -> throw new Refusal(USAGE);
            }
        }
        if (nodes && (separate || httpsPort.isPresent())) {
            throw new Refusal("--nodes goes without --separate, and without --https-port: nginx has the certificates.");
        }
        int https = httpsPort.orElse(port == USUAL_PORT && !nodes ? 9443 : -1);
        return new LaunchOptions(port, https, host, data, empty, separate, nodes, restored, site);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new Refusal(option + " needs a value.");
        }
        return rest.next();
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65_520) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new Refusal(text + " is no port number.", e);
        }
        throw new Refusal(text + " is no port number.");
    }

    /** What is started, in words. */
    String servers() {
        if (nodes) {
            return "two servers of each service";
        }
        return separate ? "four servers" : "the server";
    }

    boolean isLoopback() {
        return host.startsWith("127.") || host.equals("localhost") || host.equals("::1");
    }
}
