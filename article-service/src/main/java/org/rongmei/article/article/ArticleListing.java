// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The SQL that finds the ids of one page of a list. Every branch walks one index from its newest end and stops after a
 * page, so that the thousandth page costs what the first one does and 200,000 articles cost what 1,000 do.
 */
final class ArticleListing {

    /** The sort key of the last article of the page before. */
    record Position(Instant listedAt, long id) {}

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();
    private final ArticleState state;
    private final int limit;
    private @Nullable Position before;
    private @Nullable Instant since;
    private @Nullable Instant until;

    ArticleListing(ArticleState state, int limit) {
        this.state = state;
        this.limit = limit;
    }

    ArticleListing before(@Nullable Position position) {
        before = position;
        return this;
    }

    ArticleListing between(@Nullable Instant from, @Nullable Instant to) {
        since = from;
        until = to;
        return this;
    }

    /** One walk down the index per section, merged: a section with few articles is as quick as one with many. */
    ArticleListing ofSections(Collection<Long> sections) {
        List<String> walks = new ArrayList<>();
        for (long section : sections) {
            int start = sql.length();
            sql.append("(select a.id, a.listed_at from article a where a.section_id = ")
                    .append(bind(section));
            walk("a", "a.id");
            sql.append(')');
            walks.add(sql.substring(start));
            sql.setLength(start);
        }
        sql.append("select u.id from (")
                .append(String.join(" union all ", walks))
                .append(") u order by u.listed_at desc, u.id desc limit ")
                .append(limit);
        return this;
    }

    ArticleListing ofEverything(Collection<Long> withoutSections) {
        sql.append("select a.id from article a where 1 = 1");
        sections("not in", withoutSections);
        walk("a", "a.id");
        return this;
    }

    /** @param table {@code article_tag} or {@code article_author} */
    ArticleListing ofName(String table, String name, Collection<Long> inSections, Collection<Long> withoutSections) {
        sql.append("select n.article_id from ")
                .append(table)
                .append(" n join article a on a.id = n.article_id where n.name = ")
                .append(bind(name));
        if (!inSections.isEmpty()) {
            sections("in", inSections);
        }
        sections("not in", withoutSections);
        walk("n", "n.article_id");
        return this;
    }

    private void sections(String operator, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            sql.append(" and a.section_id ")
                    .append(operator)
                    .append(ids.stream().map(String::valueOf).collect(Collectors.joining(", ", " (", ")")));
        }
    }

    private void walk(String table, String id) {
        sql.append(" and ").append(table).append(".state = ").append(bind(state.toString()));
        String at = table + ".listed_at";
        if (before != null) {
            // Not a row comparison: H2 would not use the index for it.
            sql.append(" and %s <= %s and (%s < %s or %s < %s)"
                    .formatted(at, bind(before.listedAt()), at, bind(before.listedAt()), id, bind(before.id())));
        }
        if (since != null) {
            sql.append(" and ").append(at).append(" >= ").append(bind(since));
        }
        if (until != null) {
            sql.append(" and ").append(at).append(" < ").append(bind(until));
        }
        sql.append(" order by ")
                .append(at)
                .append(" desc, ")
                .append(id)
                .append(" desc limit ")
                .append(limit);
    }

    private String bind(Object value) {
        parameters.add(value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        return "?" + parameters.size();
    }

    String sql() {
        return sql.toString();
    }

    List<Object> parameters() {
        return List.copyOf(parameters);
    }
}
