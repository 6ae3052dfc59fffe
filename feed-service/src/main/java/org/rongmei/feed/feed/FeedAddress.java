// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which feed it is: of what, and in full text or in the short form. */
public record FeedAddress(Subject subject, String name, boolean summary) {

    /** What a feed is about. */
    public enum Subject {
        SITE(""),
        SECTION("sections"),
        TAG("tags"),
        AUTHOR("authors");

        private final String folder;

        Subject(String folder) {
            this.folder = folder;
        }
    }

    /** A feed in one of its formats. */
    public record Document(FeedAddress feed, FeedFormat format) {}

    /** @param path decoded, below {@code /feeds}: {@code /sections/news/rss.xml} */
    public static Optional<Document> find(String path, boolean summary) {
        int slash = path.lastIndexOf('/');
        return FeedFormat.find(path.substring(slash + 1))
                .flatMap(format -> feed(path.substring(0, slash), summary).map(feed -> new Document(feed, format)));
    }

    private static Optional<FeedAddress> feed(String folder, boolean summary) {
        if (folder.isEmpty()) {
            return Optional.of(new FeedAddress(Subject.SITE, "", summary));
        }
        return Arrays.stream(Subject.values())
                .filter(subject -> subject != Subject.SITE)
                .filter(subject -> folder.startsWith("/" + subject.folder + "/"))
                .map(subject -> new FeedAddress(subject, folder.substring(subject.folder.length() + 2), summary))
                .filter(feed -> !feed.name.isEmpty() && (feed.subject == Subject.SECTION || !feed.name.contains("/")))
                .findFirst();
    }

    /** Below the site's address, percent-encoded, with the query of the short form. */
    public String path(FeedFormat format) {
        String folder = subject == Subject.SITE ? "" : subject.folder + "/" + encode(name) + "/";
        return "/feeds/" + folder + format.fileName() + (summary ? "?content=summary" : "");
    }

    /** The page that a person would read instead. */
    public String pagePath() {
        return switch (subject) {
            case SITE -> "/";
            case SECTION -> "/" + name + "/";
            case TAG, AUTHOR -> "/" + subject.folder + "/" + encode(name) + "/";
        };
    }

    private static String encode(String name) {
        return Arrays.stream(name.split("/"))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
