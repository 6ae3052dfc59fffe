// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.ranking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All readings there are, added up by hour and by day. */
@ApplicationScoped
@Transactional
class Readings {

    /** An article's place: how often it was read in the window. */
    record Standing(long article, long section, long views) {}

    @Inject
    EntityManager entityManager;

    /** All or nothing. */
    public void add(Map<Long, Long> views, Instant now) {
        for (Window.Span span : Window.Span.values()) {
            // In the order of the ids: two nodes that add to the same rows must not wait for each other crosswise.
            new TreeMap<>(views).forEach((article, count) -> add(span, span.begin(now, 0), article, count));
        }
    }

    /** A node that inserts the same row at the same moment makes this fail, and the whole is tried again later. */
    private void add(Window.Span span, Instant begin, long article, long count) {
        int updated = bind(
                        "update reading set views = views + ?4 where span = ?1 and began_at = ?2 and article_id = ?3",
                        span,
                        begin)
                .setParameter(3, article)
                .setParameter(4, count)
                .executeUpdate();
        if (updated == 0) {
            bind("insert into reading (span, began_at, article_id, views) values (?1, ?2, ?3, ?4)", span, begin)
                    .setParameter(3, article)
                    .setParameter(4, count)
                    .executeUpdate();
        }
    }

    public void forgetOld(Instant now) {
        for (Window.Span span : Window.Span.values()) {
            bind("delete from reading where span = ?1 and began_at < ?2", span, span.oldest(now))
                    .executeUpdate();
        }
    }

    /** The most read first; among equals the newer one. Only what may be in a ranking. */
    public List<Standing> standings(Window window, boolean illustrated, Instant now, int limit) {
        Query query = bind(standings(illustrated) + " limit " + limit, window.span(), window.begin(now));
        return ((List<?>) query.getResultList())
                .stream()
                        .map(row -> (Object[]) row)
                        .map(row -> new Standing(number(row[0]), number(row[1]), number(row[2])))
                        .toList();
    }

    /**
     * Readings and articles are joined before they are added up: were it done after, H2 would look for each article among
     * the sums, and make those anew each time, which takes minutes where there are many articles.
     */
    static String standings(boolean illustrated) {
        return "select a.id, a.section_id, sum(r.views) as total from reading r join article a on a.id = r.article_id"
                + " where r.span = ?1 and r.began_at >= ?2 and a.state = 'published' and a.ranks"
                + (illustrated ? " and exists (select 1 from article_picture p where p.article_id = a.id)" : "")
                + " group by a.id, a.section_id order by total desc, a.id desc";
    }

    private Query bind(String sql, Window.Span span, Instant begin) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter(1, span.toString())
                .setParameter(2, begin.atOffset(ZoneOffset.UTC));
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
