// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.mirror;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.rongmei.feed.entry.Sections;
import org.rongmei.feed.feed.FeedAddress;

/** Feeds of the sections in a contract. */
@ApplicationScoped
@Transactional
public class PartnerFeeds {

    @Inject
    Sections sections;

    /** @throws org.rongmei.kit.Problem 403 for a section of others, 404 for one that there is not */
    void require(Entitlement entitlement, FeedAddress address) {
        entitlement.requireSection(address.name(), sections);
    }
}
