// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rongmei.test.Http;

/** feed-service alone, following an article-service. There is no site-info-service: feeds go without a masthead. */
final class FeedNode implements AutoCloseable {

    private final ServiceNode node;

    private FeedNode(ServiceNode node) {
        this.node = node;
    }

    static FeedNode start(Path data, ArticleNode articles, Map<String, String> database) {
        Map<String, String> environment = new HashMap<>(database);
        environment.put("RONGMEI_ARTICLE_URL", "http://localhost:" + articles.port() + "/content");
        environment.put("RONGMEI_SYNDICATOR_PASSWORD", "pw");
        return new FeedNode(ServiceNode.start("feed-service", data, environment, List.of(), "/feeds/feeds.opml"));
    }

    String address() {
        return "http://localhost:" + node.port();
    }

    Http feeds() {
        return node.at("/feeds");
    }

    /** SIGKILL. */
    void kill() {
        node.kill();
    }

    @Override
    public void close() {
        kill();
    }
}
