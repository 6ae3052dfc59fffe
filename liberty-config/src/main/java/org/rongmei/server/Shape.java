// SPDX-License-Identifier: Apache-2.0
package org.rongmei.server;

import java.util.ArrayList;
import java.util.List;

/**
 * Which servers a newsroom has on this machine, and at which ports its services are found. The site is at the port that
 * was asked for; what else there is follows it.
 */
record Shape(List<Node> nodes, int site, int article, int feed, int siteInfo) {

    private static final List<String> SERVICES =
            List.of("article-service", "feed-service", "site-info-service", "site-frontend");
    private static final int PROXIES = 4;

    /** One server; 0 is the number of one that has no twin. */
    record Node(String server, int number, int port) {

        String name() {
            return number == 0 ? server : server + "-" + number;
        }
    }

    static Shape of(LaunchOptions options) {
        if (options.nodes()) {
            return twoOfEach(options.port());
        }
        return options.separate() ? oneOfEach(options.port()) : allInOne(options.port());
    }

    private static Shape allInOne(int port) {
        return new Shape(List.of(new Node("rongmei", 0, port)), port, port, port, port);
    }

    private static Shape oneOfEach(int port) {
        List<Node> nodes = new ArrayList<>();
        for (int service = 0; service < SERVICES.size(); service++) {
            int offset = (service + 1) % SERVICES.size();
            nodes.add(new Node(SERVICES.get(service), 0, port + offset));
        }
        return new Shape(nodes, port, port + 1, port + 2, port + 3);
    }

    /** nginx has the four ports that separate servers would have. The first of each service comes first. */
    private static Shape twoOfEach(int port) {
        List<Node> nodes = new ArrayList<>();
        for (int number = 1; number <= 2; number++) {
            for (String service : SERVICES) {
                nodes.add(new Node(service, number, port + PROXIES + nodes.size()));
            }
        }
        return new Shape(nodes, port, port + 1, port + 2, port + 3);
    }

    boolean hasProxy() {
        return nodes.size() > SERVICES.size();
    }

    /** Where PostgreSQL is, when it is ours. */
    int database() {
        return site + PROXIES + nodes.size();
    }

    /** Every port that must be free. */
    List<Integer> ports() {
        List<Integer> ports = new ArrayList<>();
        if (hasProxy()) {
            ports.addAll(List.of(site, article, feed, siteInfo));
        }
        nodes.forEach(node -> ports.add(node.port()));
        return ports;
    }
}
