// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.mirror;

import java.time.Instant;
import java.util.List;
import org.rongmei.feed.delivery.Delivered;
import org.rongmei.feed.delivery.DeliveryBook;
import org.rongmei.feed.feed.Feed;

/** What has left for a partner in one answer. */
record Shipment(DeliveryBook book, String login, String way, Instant at) {

    void lines(List<PartnerLog.Line> lines) {
        for (PartnerLog.Line line : lines) {
            long version = line.copy() == null ? 0 : line.copy().version();
            book.note(new Delivered(login, line.articleId(), line.uri(), version, line.copy() == null, way, at));
        }
    }

    /** RSS has no word for what must go. */
    void feed(Feed feed) {
        for (Feed.Entry entry : feed.entries()) {
            Feed.Provenance provenance = entry.provenance();
            if (provenance != null) {
                book.note(new Delivered(
                        login, provenance.articleId(), entry.uri(), provenance.version(), false, way, at));
            }
        }
        if (!way.equals("rss")) {
            feed.tombstones()
                    .forEach(tombstone -> book.note(new Delivered(login, "", tombstone.uri(), 0, true, way, at)));
        }
    }
}
