// SPDX-License-Identifier: Apache-2.0
package org.rongmei.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The nginx before the nodes. */
final class Proxy {

    private final Process process;

    private Proxy(Process process) {
        this.process = process;
    }

    /**
     * @param configuration the directory with {@code nodes.conf} and {@code locations.conf}
     * @param folder nginx' own
     */
    static Proxy start(Path configuration, Path folder, Shape shape, String host) {
        Path program = Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx", "/usr/local/bin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new Refusal("Nodes want nginx before them (Debian: nginx-light), and there is none."));
        Map<String, String> words = new LinkedHashMap<>();
        words.put("host", host);
        words.put("locations", configuration.resolve("locations.conf").toString());
        words.put("site", String.valueOf(shape.site()));
        words.put("article", String.valueOf(shape.article()));
        words.put("feed", String.valueOf(shape.feed()));
        words.put("siteinfo", String.valueOf(shape.siteInfo()));
        for (Shape.Node node : shape.nodes()) {
            String service =
                    node.server().replaceAll("-(service|frontend)$", "").replace("-", "");
            words.put(service + node.number(), String.valueOf(node.port()));
        }
        try {
            String text = Files.readString(configuration.resolve("nodes.conf"));
            for (Map.Entry<String, String> word : words.entrySet()) {
                text = text.replace("@" + word.getKey() + "@", word.getValue());
            }
            if (System.getProperty("user.name").equals("root")) {
                // Workers are nobody otherwise, and nobody may not enter the data directory.
                text = "user root;\n" + text;
            }
            Files.createDirectories(folder);
            Path file = folder.resolve("nginx.conf");
            Files.writeString(file, text);
            Proxy proxy = new Proxy(
                    new ProcessBuilder(List.of(program.toString(), "-p", folder.toString(), "-c", file.toString()))
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("output.log").toFile())
                            .start());
            if (proxy.process.waitFor(1, TimeUnit.SECONDS)) {
                throw new Refusal("nginx does not start: " + Files.readString(folder.resolve("output.log")));
            }
            return proxy;
        } catch (IOException e) {
            throw new Refusal("nginx cannot be started: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while nginx was starting.", e);
        }
    }

    void stop() {
        process.destroy();
    }
}
