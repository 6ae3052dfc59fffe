// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rongmei.feed.entry.Entries;
import org.rongmei.feed.entry.Entry;

/** Writes down what was delivered, many lines at a time, and tells who has what. */
@ApplicationScoped
@Transactional
public class DeliveryDesk {

    @Inject
    Deliveries deliveries;

    @Inject
    PartnerPeriods periods;

    @Inject
    Entries entries;

    /** What a partner has been given of an article that is known by its uri. */
    record Holders(Optional<Entry> entry, List<Delivery> deliveries) {}

    void write(List<Delivered> lines) {
        for (Delivered line : lines) {
            if (!line.gone()) {
                deliveries.findOrAdd(line).again(line);
                continue;
            }
            Optional<String> articleId = line.articleId().isEmpty()
                    ? entries.findByUri(line.uri()).map(Entry::articleId)
                    : Optional.of(line.articleId());
            articleId
                    .flatMap(id -> deliveries.find(line.login(), id))
                    .ifPresent(delivery -> delivery.gone(line.at(), line.way()));
        }
    }

    void count(Asked asked) {
        periods.add(asked);
    }

    long requests(String login, Instant begunAt) {
        return periods.requests(login, begunAt);
    }

    Optional<PartnerPeriod> lastAsked(String login) {
        return periods.latest(login);
    }

    /** A partner has read its manifest from its first line to its last. */
    void manifestRead(String login, long news, Instant begunAt, Instant endedAt) {
        deliveries.seenWithoutWithdrawn(login, news, begunAt, endedAt);
    }

    Holders holders(String uri, String afterLogin, int limit) {
        Optional<Entry> entry = entries.findByUri(uri);
        return new Holders(
                entry,
                entry.map(found -> deliveries.ofArticle(found.articleId(), afterLogin, limit))
                        .orElse(List.of()));
    }

    List<Delivery> ofPartner(String login, Instant before, String afterId, int limit) {
        return deliveries.ofPartner(login, before, afterId, limit);
    }

    Optional<Instant> withdrawnAt(String articleId) {
        return entries.find(articleId).flatMap(Entry::withdrawnAt);
    }

    void forgetBefore(Instant moment) {
        deliveries.forgetBefore(moment);
        periods.forgetBefore(moment);
    }
}
