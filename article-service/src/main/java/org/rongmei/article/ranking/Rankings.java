// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.ranking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.article.ArticleView;
import org.rongmei.article.article.ArticleView.Remarks;
import org.rongmei.article.article.ReadingRoom;
import org.rongmei.article.ranking.Readings.Standing;
import org.rongmei.article.section.Section;
import org.rongmei.article.section.SectionTree;
import org.rongmei.article.section.Sections;

/**
 * Who leads. The standings of a window are added up at most every ten seconds and kept in memory, so that a ranking
 * costs the same however much is read; whether an article may still be shown is asked every time.
 */
@ApplicationScoped
class Rankings {

    /** More than a county reads in a month: a section whose articles all come after these has an empty ranking. */
    private static final int MOST = 50_000;

    private static final Duration FRESH = Duration.ofSeconds(10);

    private record Table(Window window, boolean illustrated) {}

    private record Standings(List<Standing> places, Instant addedUp) {}

    @Inject
    Readings readings;

    @Inject
    Sections sections;

    @Inject
    ReadingRoom readingRoom;

    @Inject
    InstantSource clock;

    private final Map<Table, Standings> known = new ConcurrentHashMap<>();

    /** 新闻排行, of the whole site or of a section and what is below it. */
    List<ArticleView> mostRead(Window window, @Nullable String section, int limit) {
        SectionTree tree = sections.tree();
        Set<Long> wanted = section == null
                ? Set.copyOf(tree.listed())
                : tree.withDescendants(tree.require(section)).stream()
                        .filter(tree::isListed)
                        .map(Section::id)
                        .collect(Collectors.toSet());
        return best(new Table(window, false), wanted, limit);
    }

    /** 精彩热图: the most read of the week that has a picture of ours. */
    List<ArticleView> pictures(int limit) {
        return best(new Table(Window.WEEK, true), Set.copyOf(sections.tree().listed()), limit);
    }

    private List<ArticleView> best(Table table, Set<Long> wanted, int limit) {
        List<Standing> places = standings(table).stream()
                .filter(standing -> wanted.contains(standing.section()))
                .toList();
        List<ArticleView> best = new ArrayList<>();
        for (int from = 0; from < places.size() && best.size() < limit; from += limit) {
            Map<Long, Long> views = places.stream()
                    .skip(from)
                    .limit(limit)
                    .collect(Collectors.toMap(Standing::article, Standing::views));
            List<Long> ids = places.stream()
                    .skip(from)
                    .limit(limit)
                    .map(Standing::article)
                    .toList();
            best.addAll(readingRoom.listed(ids, Remarks.views(views)));
        }
        return best.subList(0, Math.min(limit, best.size()));
    }

    private List<Standing> standings(Table table) {
        Instant now = clock.instant();
        return known.compute(
                        table,
                        (key, before) -> before != null
                                        && before.addedUp().plus(FRESH).isAfter(now)
                                ? before
                                : new Standings(
                                        readings.standings(table.window(), table.illustrated(), now, MOST), now))
                .places();
    }
}
