// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.mirror;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongmei.feed.FeedSettings;
import org.rongmei.feed.entry.CopyDesk;
import org.rongmei.feed.entry.Entries;
import org.rongmei.feed.entry.Entry;
import org.rongmei.feed.entry.Filings;
import org.rongmei.feed.entry.Sections;
import org.rongmei.feed.feed.NinjsEditor;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/**
 * What a partner has to hear of. There is one order for all: each entry has the number of its last change. Of what is, or
 * ever was, in a section of the contract, the partner is told how it stands now: here is the article, or it must go. So
 * nothing has to be written down for each partner, and whoever reads to the end holds what it may.
 */
@ApplicationScoped
@Transactional
public class PartnerLog {

    private static final int MANIFEST_PAGE = 200;

    @Inject
    Entries entries;

    @Inject
    Filings filings;

    @Inject
    Sections sections;

    @Inject
    CopyDesk copyDesk;

    @Inject
    FeedSettings settings;

    /**
     * How an article stands.
     *
     * @param copy null when it must go
     * @param withdrawn whether it has gone for everybody, or is only not in the contract any more
     */
    record Line(
            Position position,
            String articleId,
            String uri,
            Instant at,
            @Nullable Copy copy,
            boolean withdrawn) {}

    /** @param last where to go on, now or later */
    record Page(List<Line> lines, Position last, boolean more) {}

    /** @throws Problem 400 for what is no position, 410 for one that our log does not reach */
    Page after(Entitlement entitlement, @Nullable String after, int limit) {
        Position position = Position.read(after, entitlement, head());
        List<Entry> changed =
                entries.changedAfter(entitlement.everTopics(), position.news(), position.articleId(), limit);
        Set<String> present = present(entitlement, changed);
        List<Line> lines = new ArrayList<>();
        for (Entry entry : changed) {
            position = Position.of(entitlement, entry);
            boolean held = present.contains(entry.articleId());
            @Nullable Copy copy = held ? copy(entitlement, entry).orElse(null) : null;
            boolean everOfAKind =
                    !Collections.disjoint(entry.kinds(), entitlement.contract().everKinds());
            if (copy != null || everOfAKind) {
                Instant at = entry.withdrawnAt().orElse(entry.changedAt());
                boolean withdrawn = entry.withdrawnAt().isPresent();
                lines.add(new Line(position, entry.articleId(), entry.uri(), at, copy, withdrawn));
            }
        }
        return new Page(lines, position, changed.size() == limit);
    }

    /** Which of these the partner may hold. */
    private Set<String> present(Entitlement entitlement, List<Entry> some) {
        return filings.present(
                entitlement.topics(),
                some.stream()
                        .filter(entry -> entry.withdrawnAt().isEmpty())
                        .filter(entry -> entitlement.contract().kinds().contains(entry.kind()))
                        .map(Entry::articleId)
                        .toList());
    }

    /** Where a reading of everything that begins now will have come to. */
    Position now(Entitlement entitlement) {
        return Position.behind(entitlement, head());
    }

    /** What the partner may hold, by ids, some at a time; none at the end. */
    List<Entry> holdings(Entitlement entitlement, String afterId) {
        return entries.within(entitlement.topics(), entitlement.contract().kinds(), afterId, MANIFEST_PAGE);
    }

    Optional<Copy> copy(Entitlement entitlement, Entry entry) {
        return new NinjsEditor(settings.siteUrl(), entitlement.audience())
                .edit(entry, sections.findById(entry.sectionId()))
                .map(document ->
                        new Copy(entry.articleId(), entry.uri(), entry.story().edition(), document));
    }

    /**
     * One article as the partner may hold it.
     *
     * @return without a copy when it must go
     * @throws Problem 404 for what the partner never could hold
     */
    Line get(Entitlement entitlement, String articleId) {
        Entry entry = entries.find(articleId)
                .filter(found -> filings.knows(entitlement.everTopics(), articleId))
                .filter(found -> !Collections.disjoint(
                        found.kinds(), entitlement.contract().everKinds()))
                .orElseThrow(() -> new Problem(
                        404,
                        "article-not-found",
                        Sentence.of("您的合同里没有这篇稿件。", "There is no such article in your contract.")));
        Instant at = entry.withdrawnAt().orElse(entry.changedAt());
        @Nullable
        Copy copy = present(entitlement, List.of(entry)).isEmpty()
                ? null
                : copy(entitlement, entry).orElse(null);
        return new Line(
                Position.of(entitlement, entry),
                articleId,
                entry.uri(),
                at,
                copy,
                entry.withdrawnAt().isPresent());
    }

    private long head() {
        return copyDesk.bookmark().newsNumber();
    }
}
