// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import java.util.Arrays;
import java.util.Optional;

/** The formats we publish, each with its file name, media type and writer. */
public enum FeedFormat {
    RSS("rss.xml", "application/rss+xml", RssWriter::write),
    ATOM("atom.xml", "application/atom+xml", AtomWriter::write),
    JSON("feed.json", "application/feed+json", JsonFeedWriter::write);

    /** Turns a feed into the bytes of a document; the same feed always into the same bytes. */
    private interface Writer {
        byte[] write(Feed feed);
    }

    private final String fileName;
    private final String mediaType;
    private final Writer writer;

    FeedFormat(String fileName, String mediaType, Writer writer) {
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.writer = writer;
    }

    public static Optional<FeedFormat> find(String fileName) {
        return Arrays.stream(values())
                .filter(format -> format.fileName.equals(fileName))
                .findFirst();
    }

    byte[] write(Feed feed) {
        return writer.write(feed);
    }

    public String fileName() {
        return fileName;
    }

    public String mediaType() {
        return mediaType;
    }

    String contentType() {
        return mediaType + "; charset=utf-8";
    }
}
