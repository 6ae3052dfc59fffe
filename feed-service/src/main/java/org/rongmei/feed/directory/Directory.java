// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongmei.feed.FeedSettings;
import org.rongmei.feed.entry.Editions;
import org.rongmei.feed.entry.Filings;
import org.rongmei.feed.entry.Section;
import org.rongmei.feed.entry.Sections;
import org.rongmei.feed.entry.Story;
import org.rongmei.feed.entry.Topic;
import org.rongmei.feed.entry.XmlText;
import org.rongmei.feed.follow.Masthead;
import org.rongmei.feed.follow.MastheadFollower;
import org.rongmei.kit.Conditional;

/** The directory of the feeds and the news sitemap, made anew when our copy has changed, and at most once a second. */
@ApplicationScoped
public class Directory {

    private static final Duration NEWS = Duration.ofHours(48);
    private static final int MOST_NEWS = 1_000;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** A document as it goes out. */
    public record Sheet(byte[] bytes, String etag) {

        static Sheet of(byte[] bytes) {
            return new Sheet(bytes, Conditional.etag(bytes));
        }
    }

    /** Both, with what they were made of. */
    private record Sheets(long edition, Instant minute, Instant lookedAt, Sheet opml, Sheet sitemap) {

        Sheets lookedAt(Instant now) {
            return new Sheets(edition, minute, now, opml, sitemap);
        }
    }

    @Inject
    Editions editions;

    @Inject
    Sections sections;

    @Inject
    Filings filings;

    @Inject
    MastheadFollower mastheads;

    @Inject
    FeedSettings settings;

    @Inject
    InstantSource clock;

    private @Nullable Sheets sheets;

    public Sheet opml() {
        return current().opml();
    }

    public Sheet sitemap() {
        return current().sitemap();
    }

    /** The last ones while the database is away. */
    private synchronized Sheets current() {
        Instant now = clock.instant();
        @Nullable Sheets known = sheets;
        if (known != null && now.isBefore(known.lookedAt().plus(BETWEEN_LOOKS))) {
            return known;
        }
        try {
            // By the minute too: news gets old, and the masthead may have changed.
            Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
            long edition = editions.latest();
            sheets = known != null
                            && known.edition() == edition
                            && known.minute().equals(minute)
                    ? known.lookedAt(now)
                    : new Sheets(edition, minute, now, writtenOpml(), writtenSitemap(now));
        } catch (PersistenceException e) {
            if (known == null) {
                throw e;
            }
            sheets = known.lookedAt(now);
        }
        return Objects.requireNonNull(sheets);
    }

    private Sheet writtenOpml() {
        Masthead masthead = mastheads.masthead();
        String site = settings.siteUrl();
        List<OpmlWriter.Line> lines = new ArrayList<>();
        lines.add(new OpmlWriter.Line(XmlText.legal(masthead.name()), site + "/feeds/rss.xml", site + "/"));
        Map<String, String> names = new HashMap<>();
        for (Section section : sections.open()) {
            names.put(section.path(), section.name());
            lines.add(new OpmlWriter.Line(
                    XmlText.legal(fullName(section.path(), names)),
                    site + "/feeds/sections/" + section.path() + "/rss.xml",
                    site + "/" + section.path() + "/"));
        }
        return Sheet.of(OpmlWriter.write(
                XmlText.legal(masthead.name() + "的订阅源"),
                XmlText.legal(masthead.publisher().orElse(masthead.name())),
                lines));
    }

    /** 新闻 / 镇街. A section above that is closed has no name here. */
    private static String fullName(String path, Map<String, String> names) {
        List<String> above = new ArrayList<>();
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            above.add(path.substring(0, slash));
        }
        above.add(path);
        return above.stream().map(names::get).filter(Objects::nonNull).collect(Collectors.joining(" / "));
    }

    private Sheet writtenSitemap(Instant now) {
        List<NewsSitemapWriter.News> news = filings.newestSince(Topic.SITE, now.minus(NEWS), MOST_NEWS).stream()
                .map(entry -> entry.story())
                .filter(story -> story.flags().newsInformation())
                .map(this::news)
                .toList();
        return Sheet.of(
                NewsSitemapWriter.write(XmlText.legal(mastheads.masthead().name()), news));
    }

    private NewsSitemapWriter.News news(Story story) {
        return new NewsSitemapWriter.News(
                settings.siteUrl() + "/articles/" + story.id(), XmlText.legal(story.title()), story.publishedAt());
    }
}
