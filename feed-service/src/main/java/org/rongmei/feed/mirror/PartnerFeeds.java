// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.mirror;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import org.rongmei.feed.entry.Sections;
import org.rongmei.feed.feed.Feed;
import org.rongmei.feed.feed.FeedAddress;
import org.rongmei.feed.feed.FeedEditor;

/** Feeds of the sections in a contract. */
@ApplicationScoped
@Transactional
public class PartnerFeeds {

    /** A feed, and the same as ninjs. */
    record NinjsPage(Feed feed, JsonObject document) {}

    @Inject
    Sections sections;

    @Inject
    FeedEditor editor;

    /** @throws org.rongmei.kit.Problem 403 for a section of others, 404 for one that there is not */
    void require(Entitlement entitlement, FeedAddress address) {
        entitlement.requireSection(address.name(), sections);
    }

    NinjsPage ninjs(FeedAddress address) {
        Feed feed = editor.edit(address);
        return new NinjsPage(feed, editor.ninjs(feed));
    }
}
