// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** How a document tells where the rest of its feed is (RFC 5005, section 4; in RSS after its appendix B). */
final class HistoryLinks {

    private static final Namespace HISTORY = Namespace.getNamespace("fh", "http://purl.org/syndication/history/1.0");

    private HistoryLinks() {}

    /** Address by relation, the document's own first. */
    static Map<String, String> of(Feed feed, FeedFormat format) {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", feed.self(format));
        feed.older(format).ifPresent(older -> links.put("prev-archive", older));
        feed.newer(format).ifPresent(newer -> links.put("next-archive", newer));
        if (feed.address().isArchive()) {
            links.put("current", feed.current(format));
        }
        return links;
    }

    /** Says of an archive document that it is one: in front, because RSS wants its items last. */
    static void mark(Element feed, Feed of) {
        if (of.address().isArchive()) {
            feed.addContent(0, new Element("archive", HISTORY));
        }
    }
}
