// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.rongmei.feed.FeedSettings;
import org.rongmei.feed.entry.CopyDesk;
import org.rongmei.feed.entry.Entries;
import org.rongmei.feed.entry.Entry;
import org.rongmei.feed.entry.Section;
import org.rongmei.feed.entry.Sections;
import org.rongmei.feed.follow.Masthead;
import org.rongmei.feed.follow.MastheadFollower;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** Chooses what is in a feed. */
@ApplicationScoped
public class FeedEditor {

    static final int MOST_ENTRIES = 50;
    static final int FEWEST_IN_FULL = 10;
    /** Of text, so that the document with its mark-up stays under the 250 KB that readers are promised. */
    static final int MOST_TEXT = 200_000;

    private static final Duration TOMBSTONES_KEPT = Duration.ofDays(90);
    private static final int MOST_TOMBSTONES = 50;

    @Inject
    Entries entries;

    @Inject
    Sections sections;

    @Inject
    CopyDesk copyDesk;

    @Inject
    MastheadFollower mastheads;

    @Inject
    FeedSettings settings;

    @Inject
    InstantSource clock;

    /** What a feed is called, and the entries it is to have. */
    private record Selection(String key, String title, List<Entry> entries, Instant changed) {}

    /** @throws Problem 404 for what there is no feed of, 410 for a closed section, 503 as long as nothing was ever read */
    Feed compose(FeedAddress address) {
        if (copyDesk.bookmark().movedAt().isEmpty()) {
            throw new Problem(
                            503,
                            "nothing-read-yet",
                            Sentence.of("还没有从稿件服务取得内容，请稍后再来。", "Nothing has been read from article-service yet."))
                    .retryAfter(Duration.ofSeconds(5));
        }
        Masthead masthead = mastheads.masthead();
        Selection selection = select(address, masthead);
        List<Feed.Entry> chosen = withinBounds(selection.entries(), address.summary());
        List<Feed.Tombstone> tombstones = tombstones();
        return new Feed(
                address,
                id(selection.key()),
                XmlText.legal(selection.title()),
                XmlText.legal(selection.title() + "的最新稿件"),
                settings.siteUrl(),
                masthead.publisher().map(XmlText::legal).orElse(null),
                masthead.copyrightHolder()
                        .map(holder -> XmlText.legal("版权所有：" + holder))
                        .orElse(null),
                masthead.email().orElse(null),
                updated(selection, chosen, tombstones),
                chosen,
                tombstones);
    }

    private Selection select(FeedAddress address, Masthead masthead) {
        String name = address.name();
        return switch (address.subject()) {
            case SITE ->
                new Selection(
                        "site:" + masthead.site(),
                        masthead.name(),
                        entries.newest(openSections(), MOST_ENTRIES),
                        Instant.EPOCH);
            case SECTION -> ofSection(name, masthead);
            case TAG ->
                named(
                        "tag:" + name,
                        masthead.name() + "·" + name,
                        entries.newestOfTag(name, openSections(), MOST_ENTRIES));
            case AUTHOR ->
                named(
                        "author:" + name,
                        masthead.name() + "·" + name,
                        entries.newestOfAuthor(name, openSections(), MOST_ENTRIES));
        };
    }

    private List<String> openSections() {
        return sections.open().stream().map(Section::id).toList();
    }

    private static Selection named(String key, String title, List<Entry> found) {
        if (found.isEmpty()) {
            throw notFound();
        }
        return new Selection(key, title, found, Instant.EPOCH);
    }

    private Selection ofSection(String path, Masthead masthead) {
        Optional<Section> found = sections.find(path);
        if (found.isEmpty()) {
            throw sections.findMoved(path).filter(moved -> !moved.isClosed()).isPresent()
                    ? new FeedMoved(sections.findMoved(path).get().path())
                    : notFound();
        }
        Section section = found.get();
        if (section.isClosed()) {
            throw new Problem(410, "section-closed", Sentence.of("这个栏目已经关闭。", "This section is closed."));
        }
        return new Selection(
                "section:" + section.id(),
                masthead.name() + "·" + section.name(),
                entries.newestOfSections(sections.idsWithin(section), MOST_ENTRIES),
                section.changedAt());
    }

    static Problem notFound() {
        return new Problem(404, "feed-not-found", Sentence.of("没有这个订阅源。", "There is no such feed."));
    }

    /** The newest that fit; the first ones in any case, the longest of them cut to their summary if they must be. */
    private List<Feed.Entry> withinBounds(List<Entry> newest, boolean summaryOnly) {
        EntryEditor editor = new EntryEditor(settings.siteUrl());
        List<Feed.Entry> chosen = new ArrayList<>();
        int size = 0;
        for (Entry entry : newest) {
            Feed.Entry edited = editor.edit(entry.story(), summaryOnly);
            if (size + length(edited) > MOST_TEXT) {
                if (chosen.size() >= FEWEST_IN_FULL) {
                    break;
                }
                edited = editor.edit(entry.story(), true);
            }
            size += length(edited);
            chosen.add(edited);
        }
        return chosen;
    }

    private static int length(Feed.Entry entry) {
        String content = entry.content() == null ? "" : entry.content();
        return (content + entry.summary() + entry.title()).getBytes(StandardCharsets.UTF_8).length;
    }

    private List<Feed.Tombstone> tombstones() {
        return entries.withdrawnSince(clock.instant().minus(TOMBSTONES_KEPT), MOST_TOMBSTONES).stream()
                .flatMap(entry -> entry.withdrawnAt().map(when -> new Feed.Tombstone(entry.uri(), when)).stream())
                .toList();
    }

    /** When the content last changed, whatever changed it; never the time of day. */
    private Instant updated(Selection selection, List<Feed.Entry> chosen, List<Feed.Tombstone> tombstones) {
        Instant masthead =
                Optional.ofNullable(mastheads.masthead().recordedAt()).orElse(Instant.EPOCH);
        return Stream.of(
                        Stream.of(selection.changed(), masthead),
                        chosen.stream().map(Feed.Entry::updated),
                        tombstones.stream().map(Feed.Tombstone::when))
                .flatMap(instants -> instants)
                .reduce(Instant.EPOCH, (latest, each) -> each.isAfter(latest) ? each : latest);
    }

    /** Of what the feed is about, not of where it is: a section may move, and the site may get another name. */
    private static String id(String key) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(("rongmei feed " + key).getBytes(StandardCharsets.UTF_8));
    }
}
