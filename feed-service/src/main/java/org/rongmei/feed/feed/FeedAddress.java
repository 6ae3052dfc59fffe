// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which feed it is: of what, in full text or in the short form, and which of its archive documents.
 *
 * @param archive the last place in that archive document, 0 for the subscription document
 * @param audience for whom it is: a partner's feeds have addresses of their own
 */
public record FeedAddress(Subject subject, String name, boolean summary, long archive, Audience audience) {

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

    /** No zero before it: every document has one address. */
    private static final Pattern ARCHIVE = Pattern.compile("(.*)/archive/([1-9][0-9]{0,17})");

    FeedAddress(Subject subject, String name, boolean summary) {
        this(subject, name, summary, 0);
    }

    FeedAddress(Subject subject, String name, boolean summary, long archive) {
        this(subject, name, summary, archive, Audience.PUBLIC);
    }

    /** @param path decoded, below {@code /feeds}: {@code /sections/news/rss.xml} */
    public static Optional<Document> find(String path, boolean summary) {
        int slash = path.lastIndexOf('/');
        return FeedFormat.find(path.substring(slash + 1)).flatMap(format -> document(path, slash, summary, format));
    }

    private static Optional<Document> document(String path, int slash, boolean summary, FeedFormat format) {
        String folder = path.substring(0, slash);
        Matcher archive = ARCHIVE.matcher(folder);
        Optional<FeedAddress> feed = archive.matches()
                ? feed(archive.group(1), summary).map(each -> each.archive(Long.parseLong(archive.group(2))))
                : feed(folder, summary);
        return feed.map(each -> new Document(each, format));
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

    /** @param lastPlace 0 for the subscription document */
    FeedAddress archive(long lastPlace) {
        return new FeedAddress(subject, name, summary, lastPlace, audience);
    }

    boolean isArchive() {
        return archive > 0;
    }

    FeedAddress named(String newName) {
        return new FeedAddress(subject, newName, summary, archive, audience);
    }

    /** The same feed, made for others. */
    public FeedAddress audience(Audience others) {
        return new FeedAddress(subject, name, summary, archive, others);
    }

    /** Below the site's address, percent-encoded, with the query of the short form. */
    public String path(FeedFormat format) {
        String folder = subject == Subject.SITE ? "" : subject.folder + "/" + encode(name) + "/";
        String document = archive == 0 ? "" : "archive/" + archive + "/";
        return (audience.partner() ? "/feeds/partner/" : "/feeds/")
                + folder
                + document
                + format.fileName()
                + (summary ? "?content=summary" : "");
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
