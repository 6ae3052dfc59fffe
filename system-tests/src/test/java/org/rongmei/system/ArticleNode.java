// SPDX-License-Identifier: Apache-2.0
package org.rongmei.system;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.rongmei.test.Http;

/** article-service alone. */
final class ArticleNode implements AutoCloseable {

    private final ServiceNode node;

    private ArticleNode(ServiceNode node) {
        this.node = node;
    }

    /** On H2 in the data directory, unless the environment names another database. */
    static ArticleNode start(Path data, Map<String, String> environment) {
        return start(data, environment, List.of());
    }

    /** Under another program, such as one that counts what the server asks of the operating system. */
    static ArticleNode start(Path data, Map<String, String> environment, List<String> watcher) {
        return new ArticleNode(ServiceNode.start("article-service", data, environment, watcher, "/content/sections"));
    }

    int port() {
        return node.port();
    }

    Http content() {
        return node.at("/content");
    }

    int readiness() {
        return node.at("/health/ready").get("").status();
    }

    /** SIGKILL: nobody gets to say a word. */
    void kill() {
        node.kill();
    }

    /** As an administrator would: what is open is closed first. */
    void stop() {
        node.stop();
    }

    /** No gentler: whatever was acknowledged has to be safe without any leave-taking. */
    @Override
    public void close() {
        kill();
    }
}
