// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The SQL that finds the ids of one page of a list. Every branch walks one index from its newest end and stops after a
 * page, so that the thousandth page costs what the first one does and 200,000 articles cost what 1,000 do.
 */
final class ArticleListing {

    /** The sort key of the last article of the page before. */
    record Position(Instant listedAt, long id) {}

    /** Who wants to know what to review, and the last stage that their role may. */
    record Reviewer(String login, int lastStage) {}

    /** What has to be done with an article: a stage that it waits for, somebody it may wait for, reviews that are late. */
    record Work(
            @Nullable Integer stage,
            @Nullable Reviewer reviewer,
            @Nullable Instant overdueAt) {

        static final Work NONE = new Work(null, null, null);
    }

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();
    private final @Nullable ArticleState state;
    private final int limit;
    private @Nullable Position before;
    private @Nullable Instant since;
    private @Nullable Instant until;
    private @Nullable String tag;
    private @Nullable String author;
    private @Nullable List<Long> sections;
    private Work work = Work.NONE;

    /** @param state null for all */
    ArticleListing(@Nullable ArticleState state, int limit) {
        this.state = state;
        this.limit = limit;
    }

    ArticleListing before(@Nullable Position position) {
        before = position;
        return this;
    }

    /** Few articles wait for anything, whatever there is besides: they are found by that, and sorted. */
    ArticleListing forDesk(Work wanted) {
        work = wanted;
        return this;
    }

    ArticleListing between(@Nullable Instant from, @Nullable Instant to) {
        since = from;
        until = to;
        return this;
    }

    ArticleListing tagged(@Nullable String name) {
        tag = name;
        return this;
    }

    ArticleListing by(@Nullable String name) {
        author = name;
        return this;
    }

    /** Of these sections alone, each of which is walked on its own: one with few articles is as quick as any. */
    ArticleListing in(Collection<Long> someSections) {
        sections = List.copyOf(someSections);
        return this;
    }

    /** The finished statement. It binds its parameters by position, so it is made once. */
    ArticleListing finished() {
        if (sections != null && sections.isEmpty()) {
            sql.append("select a.id from article a where 1 = 0");
            return this;
        }
        if (!work.equals(Work.NONE)) {
            walkWork();
            return this;
        }
        if (sections == null) {
            walk(null);
            return this;
        }
        List<String> walks = new ArrayList<>();
        for (long section : sections) {
            int start = sql.length();
            walk(section);
            walks.add("(" + sql.substring(start) + ")");
            sql.setLength(start);
        }
        sql.append("select u.id from (")
                .append(String.join(" union all ", walks))
                .append(") u order by u.listed_at desc, u.id desc limit ")
                .append(limit);
        return this;
    }

    private void walk(@Nullable Long section) {
        String id = tag == null && author == null ? "a.id" : "a.article_id";
        sql.append("select ").append(id).append(" as id, a.listed_at from ");
        if (author != null) {
            // Who writes has fewer articles than a tag may have, so the author's index is the one to walk.
            sql.append("article_author a where a.name = ").append(bind(author));
            if (tag != null) {
                sql.append(" and exists (select 1 from article_tag t where t.article_id = a.article_id and t.name = ")
                        .append(bind(tag))
                        .append(')');
            }
        } else if (tag != null) {
            sql.append("article_tag a where a.name = ").append(bind(tag));
        } else {
            sql.append("article a where 1 = 1");
        }
        if (section != null) {
            sql.append(" and a.section_id = ").append(bind(section));
        }
        if (state != null) {
            sql.append(" and a.state = ").append(bind(state.toString()));
        }
        within(id);
        sql.append(" order by ")
                .append(constants(section))
                .append("a.listed_at desc, ")
                .append(id)
                .append(" desc limit ")
                .append(limit);
    }

    /**
     * From the index of what waits, and then sorted. The coalesce keeps databases from the other indexes, which hold the
     * whole archive: H2 takes one of those as soon as it begins with something that is asked for by its value.
     */
    private void walkWork() {
        sql.append("select a.id as id, a.listed_at from article a where ");
        @Nullable Reviewer reviewer = work.reviewer();
        if (work.overdueAt() != null) {
            // From somewhere: H2 walks through all that have no date otherwise.
            sql.append("a.reviews_due_at between ")
                    .append(bind(Instant.EPOCH))
                    .append(" and ")
                    .append(bind(work.overdueAt()))
                    .append(" and coalesce(a.state, '') = 'published'");
        } else if (work.stage() != null) {
            sql.append("a.stage = ").append(bind(work.stage()));
        } else {
            sql.append("a.stage >= 1");
        }
        if (work.overdueAt() != null && work.stage() != null) {
            sql.append(" and coalesce(a.stage, 0) = ").append(bind(work.stage()));
        }
        // What is withdrawn waits for nothing until it is restored; a new version of it does.
        sql.append(" and coalesce(a.desk_state, '') <> 'withdrawn'");
        if (reviewer != null) {
            // As DistinctPersons says.
            sql.append(" and coalesce(a.stage, 0) between 1 and ")
                    .append(bind(reviewer.lastStage()))
                    .append(" and not exists (select 1 from article_writer p where p.article_id = a.id and p.login = ")
                    .append(bind(reviewer.login()))
                    .append(") and not exists (select 1 from review r where r.article_id = a.id and r.stage <> a.stage"
                            + " and r.reviewer = ")
                    .append(bind(reviewer.login()))
                    .append(')');
        }
        if (state != null) {
            sql.append(" and coalesce(a.state, '') = ").append(bind(state.toString()));
        }
        named("article_tag", tag);
        named("article_author", author);
        if (sections != null) {
            sql.append(" and coalesce(a.section_id, 0) in (")
                    .append(sections.stream().map(this::bind).collect(joining(", ")))
                    .append(')');
        }
        within("a.id");
        sql.append(" order by a.listed_at desc, a.id desc limit ").append(limit);
    }

    private void named(String table, @Nullable String name) {
        if (name != null) {
            sql.append(" and exists (select 1 from ")
                    .append(table)
                    .append(" n where n.article_id = a.id and n.name = ")
                    .append(bind(name))
                    .append(')');
        }
    }

    private void within(String id) {
        if (before != null) {
            // Not a row comparison: H2 would not use the index for it.
            sql.append(" and a.listed_at <= %s and (a.listed_at < %s or %s < %s)"
                    .formatted(bind(before.listedAt()), bind(before.listedAt()), id, bind(before.id())));
        }
        if (since != null) {
            sql.append(" and a.listed_at >= ").append(bind(since));
        }
        if (until != null) {
            sql.append(" and a.listed_at < ").append(bind(until));
        }
    }

    /** The columns that an index begins with, though they are the same in every row: H2 sorts everything otherwise. */
    private String constants(@Nullable Long section) {
        if (tag == null && author == null) {
            return section == null ? "a.state, " : "a.state, a.section_id, ";
        }
        return section == null ? "a.name, a.state, " : "a.name, a.section_id, a.state, ";
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
