// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongmei.feed.FeedSettings;
import org.rongmei.feed.entry.CopyDesk;
import org.rongmei.feed.entry.Entries;
import org.rongmei.feed.entry.Entry;
import org.rongmei.feed.entry.Filing;
import org.rongmei.feed.entry.Filings;
import org.rongmei.feed.entry.XmlText;
import org.rongmei.feed.follow.Masthead;
import org.rongmei.feed.follow.MastheadFollower;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** Chooses what is in a feed. In a transaction, so that nothing is taken from what the request has seen before. */
@ApplicationScoped
@Transactional
public class FeedEditor {

    static final int MOST_ENTRIES = 50;
    static final int FEWEST_IN_FULL = 10;
    /** Bytes of text, so that the document with its mark-up stays under the 250 KB that readers are promised. */
    static final int MOST_TEXT = 200_000;

    private static final System.Logger LOG = System.getLogger(FeedEditor.class.getName());
    private static final Duration TOMBSTONES_KEPT = Duration.ofDays(90);
    private static final int MOST_TOMBSTONES = 300;
    /** Bytes that one takes in Atom and in JSON. */
    private static final int TOMBSTONE_SIZE = 120;

    @Inject
    Entries entries;

    @Inject
    Filings filings;

    @Inject
    Nameplates nameplates;

    @Inject
    CopyDesk copyDesk;

    @Inject
    MastheadFollower mastheads;

    @Inject
    FeedSettings settings;

    @Inject
    InstantSource clock;

    /** What was composed, and what it is about. */
    record Composition(Feed feed, Nameplate nameplate) {}

    /**
     * @throws FeedElsewhere 301 for a section that has moved, 307 for an archive document that is not full yet
     * @throws Problem 404 for what there is no feed of, 410 for a closed section, 503 as long as nothing was ever read
     */
    Composition compose(FeedAddress address) {
        if (copyDesk.bookmark().movedAt().isEmpty()) {
            throw new Problem(
                            503,
                            "nothing-read-yet",
                            Sentence.of("还没有从稿件服务取得内容，请稍后再来。", "Nothing has been read from article-service yet."))
                    .retryAfter(Duration.ofSeconds(5));
        }
        Masthead masthead = mastheads.masthead();
        Nameplate nameplate = nameplates.get(address, masthead);
        Feed feed = address.isArchive()
                ? archive(address, nameplate, masthead)
                : subscription(address, nameplate, masthead);
        return new Composition(feed, nameplate);
    }

    /** @throws Problem as {@link #compose} does */
    public Feed edit(FeedAddress address) {
        return compose(address).feed();
    }

    /** A page of a feed in ninjs, for partners. */
    public JsonObject ninjs(Feed feed) {
        return NinjsWriter.page(feed, feed.self(FeedFormat.JSON).replace(FeedFormat.JSON.fileName(), "ninjs.json"));
    }

    private Feed subscription(FeedAddress address, Nameplate nameplate, Masthead masthead) {
        Audience audience = address.audience();
        List<Entry> newest = audience.partner()
                ? filings.newest(nameplate.topic(), audience.kinds(), MOST_ENTRIES + 1)
                : filings.newest(nameplate.topic(), MOST_ENTRIES + 1);
        List<Entry> withdrawn = filings.withdrawn(nameplate.topic(), tombstonesSince(), MOST_TOMBSTONES).stream()
                .filter(audience::takes)
                .toList();
        boolean named = address.subject() == FeedAddress.Subject.TAG || address.subject() == FeedAddress.Subject.AUTHOR;
        if (named && newest.isEmpty() && withdrawn.isEmpty()) {
            throw Nameplates.notFound();
        }
        List<Feed.Tombstone> tombstones = tombstones(withdrawn);
        List<Feed.Entry> chosen = withinBounds(newest, address, MOST_TEXT - TOMBSTONE_SIZE * tombstones.size());
        Instant register = Optional.ofNullable(masthead.recordedAt()).orElse(Instant.EPOCH);
        Instant built = latest(
                Stream.of(register, nameplate.changed()),
                newest.stream().map(Entry::changedAt),
                filings.lastLeft(nameplate.topic()).stream());
        Instant updated = latest(
                Stream.of(register, nameplate.changed()),
                chosen.stream().map(Feed.Entry::updated),
                tombstones.stream().map(Feed.Tombstone::when));
        long older = newest.size() > chosen.size() ? filings.last(nameplate.topic()) : 0;
        return feed(
                address,
                nameplate,
                masthead,
                new Feed.History(older, 0),
                new Feed.Dates(updated, built, built),
                chosen,
                tombstones);
    }

    /** All of it in full: readers come here once, and for what they cannot get elsewhere. */
    private Feed archive(FeedAddress address, Nameplate nameplate, Masthead masthead) {
        Volume volume = Volume.endingAt(address.archive());
        long arrivals = filings.last(nameplate.topic());
        if (address.archive() > arrivals) {
            throw volume.isToBeFilled(arrivals) && arrivals > 0
                    ? FeedElsewhere.notFullYet(address.archive(0))
                    : Nameplates.notFound();
        }
        List<Filing> places = filings.between(nameplate.topic(), volume.older(), volume.last());
        List<Entry> found = entries.of(places.stream().map(Filing::articleId).toList()).stream()
                .filter(address.audience()::takes)
                .toList();
        List<Entry> present = found.stream()
                .filter(entry -> places.stream()
                        .anyMatch(
                                place -> place.isPresent() && place.articleId().equals(entry.articleId())))
                .toList();
        List<Feed.Entry> edited = withinBounds(present, address, Integer.MAX_VALUE);
        List<Feed.Tombstone> tombstones = tombstones(found);
        Instant built = latest(
                present.stream().map(Entry::changedAt),
                places.stream().flatMap(place -> place.leftAt().stream()),
                Stream.empty());
        Instant updated = latest(
                edited.stream().map(Feed.Entry::updated),
                tombstones.stream().map(Feed.Tombstone::when),
                Stream.empty());
        Instant register = Optional.ofNullable(masthead.recordedAt()).orElse(Instant.EPOCH);
        return feed(
                address,
                nameplate,
                masthead,
                new Feed.History(volume.older(), volume.newer()),
                new Feed.Dates(
                        updated.equals(Instant.EPOCH) ? built : updated,
                        built,
                        latest(Stream.of(built, register, nameplate.changed()), Stream.empty(), Stream.empty())),
                edited,
                tombstones);
    }

    private Feed feed(
            FeedAddress address,
            Nameplate nameplate,
            Masthead masthead,
            Feed.History history,
            Feed.Dates dates,
            List<Feed.Entry> chosen,
            List<Feed.Tombstone> tombstones) {
        return new Feed(
                address,
                id(nameplate.key()),
                XmlText.legal(nameplate.title()),
                XmlText.legal(nameplate.title() + "的最新稿件"),
                settings.siteUrl(),
                masthead.publisher().map(XmlText::legal).orElse(null),
                masthead.copyrightHolder()
                        .map(holder -> XmlText.legal("版权所有：" + holder))
                        .orElse(null),
                masthead.email().orElse(null),
                history,
                dates,
                chosen,
                tombstones);
    }

    /** The newest that fit; the first ones in any case, the longest of them cut to their summary if they must be. */
    private List<Feed.Entry> withinBounds(List<Entry> newest, FeedAddress address, int mostText) {
        EntryEditor editor = new EntryEditor(settings.siteUrl(), address.audience());
        List<Feed.Entry> chosen = new ArrayList<>();
        int size = 0;
        for (Entry entry : newest) {
            Feed.@Nullable Entry edited = edit(editor, entry, address.summary());
            if (edited == null) {
                continue;
            }
            if (size + length(edited) > mostText) {
                if (chosen.size() >= FEWEST_IN_FULL) {
                    break;
                }
                edited = edited.withoutContent();
            }
            size += length(edited);
            chosen.add(edited);
            if (chosen.size() == MOST_ENTRIES) {
                break;
            }
        }
        return chosen;
    }

    /** One bad article costs itself, and not the feed. */
    private static Feed.@Nullable Entry edit(EntryEditor editor, Entry entry, boolean summaryOnly) {
        try {
            return editor.edit(entry.story(), summaryOnly);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Article " + entry.articleId() + " cannot be put into a feed", e);
            return null;
        }
    }

    private static int length(Feed.Entry entry) {
        String content = entry.content() == null ? "" : entry.content();
        return (content + entry.summary() + entry.title()).getBytes(StandardCharsets.UTF_8).length;
    }

    /** By whole days, so that all nodes agree, and for a day. */
    private Instant tombstonesSince() {
        return clock.instant().truncatedTo(ChronoUnit.DAYS).minus(TOMBSTONES_KEPT);
    }

    private static List<Feed.Tombstone> tombstones(List<Entry> withdrawn) {
        return withdrawn.stream()
                .flatMap(entry -> entry.withdrawnAt().map(when -> new Feed.Tombstone(entry.uri(), when)).stream())
                .toList();
    }

    private static Instant latest(Stream<Instant> some, Stream<Instant> more, Stream<Instant> others) {
        return Stream.of(some, more, others)
                .flatMap(instants -> instants)
                .reduce(Instant.EPOCH, (latest, each) -> each.isAfter(latest) ? each : latest);
    }

    private static String id(String key) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(("rongmei feed " + key).getBytes(StandardCharsets.UTF_8));
    }
}
