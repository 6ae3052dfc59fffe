// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.rongmei.kit.Schema;
import org.rongmei.test.TestPostgres;

/**
 * What a page of a list costs, counted by the database itself and not by a clock: rows that H2 looks at, blocks that
 * PostgreSQL touches. A merge looks once more at each row of its walks, so it counts double. The articles lie in ten
 * sections, the newest quarter of them in one that is hidden. The bounds know nothing of how many there are; {@code
 * rongmei.listing.articles} is for more of them than every build has time for.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListingCostTest {

    private static final int PAGE = 21;
    private static final int ARTICLES = Integer.getInteger("rongmei.listing.articles", 20_000);
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<Long> VISIBLE = LongStream.range(0, 9).boxed().toList();

    private static final Map<String, Supplier<ArticleListing>> LISTS = Map.of(
            "the whole site", ListingCostTest::published,
            "the site without its hidden section", () -> published().in(VISIBLE),
            "a large section", () -> published().in(List.of(1L)),
            "an empty section", () -> published().in(List.of(11L)),
            "a common tag", () -> published().tagged("常见"),
            "a rare tag", () -> published().tagged("少见"),
            "a tag that the section has none of", () -> published().tagged("常见").in(List.of(11L)),
            "an author", () -> published().by("记者"),
            "an author's tag", () -> published().by("记者").tagged("常见"));

    /** What a desk has open: how much of it there is depends on the newsroom, not on its archive. */
    private static final Map<String, Supplier<ArticleListing>> WORK_LISTS = Map.of(
            "waits for the second review", () -> work(null, new ArticleListing.Work(2, null, null)),
            "in review", () -> new ArticleListing(ArticleState.IN_REVIEW, PAGE),
            "in review, third stage", () -> work(ArticleState.IN_REVIEW, new ArticleListing.Work(3, null, null)),
            "waits for me",
                    () -> work(null, new ArticleListing.Work(null, new ArticleListing.Reviewer("editor", 2), null)),
            "waits for me, in a section",
                    () -> work(
                                    null,
                                    new ArticleListing.Work(null, new ArticleListing.Reviewer("chief-editor", 3), null))
                            .in(VISIBLE),
            "overdue", () -> work(null, new ArticleListing.Work(null, null, FIRST)),
            "scheduled", () -> new ArticleListing(ArticleState.SCHEDULED, PAGE),
            "drafts", () -> new ArticleListing(ArticleState.DRAFT, PAGE));

    private static ArticleListing work(@Nullable ArticleState state, ArticleListing.Work work) {
        return new ArticleListing(state, PAGE).forDesk(work);
    }

    private Connection h2;
    private Connection postgres;

    @BeforeAll
    void fill() throws SQLException {
        JdbcDataSource memory = new JdbcDataSource();
        memory.setURL("jdbc:h2:mem:listing;DB_CLOSE_DELAY=-1");
        Schema.migrate(memory);
        h2 = memory.getConnection();
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(TestPostgres.running().emptyDatabase("listing_cost"));
        server.setUser("postgres");
        Schema.migrate(server);
        postgres = server.getConnection();
        for (Connection database : List.of(h2, postgres)) {
            fill(database);
        }
    }

    private static void fill(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("insert into section (id, path, name, position, hidden)"
                    + " select n, 's' || n, 's' || n, 0, n = 9 from generate_series(0, 11) g(n)");
            String listed = "timestamp with time zone '2026-01-01 00:00:00+00' + n * interval '1' minute";
            statement.execute(("insert into article (id, uri, version, state, section_id, manuscript, body, pages,"
                            + " body_policy, corrections, created_by, created_at, listed_at)"
                            + " select n, 'tag:' || n, 1, 'published', case when n > %d then 9 else mod(n, 9) end,"
                            + " '{}', '', 1, 1, '[]', 'x', %s, %s from generate_series(1, %d) g(n)")
                    .formatted(ARTICLES / 4 * 3, listed, listed, ARTICLES));
            desk(statement, "draft", 0, ARTICLES + 1_000, 100);
            desk(statement, "scheduled", 0, ARTICLES + 2_000, 100);
            desk(statement, "in-review", 1, ARTICLES + 3_000, 30);
            desk(statement, "in-review", 2, ARTICLES + 4_000, 30);
            desk(statement, "in-review", 3, ARTICLES + 5_000, 30);
            desk(statement, "published", 1, ARTICLES + 6_000, 5);
            for (String table : List.of("article_tag", "article_author")) {
                String name = table.equals("article_tag") ? "常见" : "记者";
                name(statement, table, name, "");
                name(statement, table, "少见", " where mod(id, " + ARTICLES / 5 + ") = 0");
            }
            statement.execute("analyze");
        }
    }

    private static void desk(Statement statement, String state, int stage, int first, int number) throws SQLException {
        String created = "timestamp with time zone '2025-01-01 00:00:00+00' + n * interval '1' minute";
        statement.execute(("insert into article (id, uri, version, state, desk_state, stage, reviews_due_at,"
                        + " section_id, manuscript, body, pages, body_policy, corrections, created_by, created_at,"
                        + " listed_at) select n, 'tag:' || n, 1, '%s', '%s', %d, %s, mod(n, 9), '{}', '', 1, 1, '[]', 'x',"
                        + " %s, %s from generate_series(%d, %d) g(n)")
                .formatted(
                        state,
                        state,
                        stage,
                        state.equals("published") ? "timestamp with time zone '2025-12-01 00:00:00+00'" : "null",
                        created,
                        created,
                        first,
                        first + number - 1));
    }

    private static void name(Statement statement, String table, String name, String which) throws SQLException {
        statement.execute("insert into " + table + " (article_id, name, state, listed_at, section_id) select id, '"
                + name + "', state, listed_at, section_id from article" + which);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            the whole site,                       30
            the site without its hidden section, 400
            a large section,                      50
            an empty section,                     10
            a common tag,                         30
            a rare tag,                           10
            a tag that the section has none of,   10
            an author,                            30
            an author's tag,                      70
            """)
    void pageCostsWhatItShowsWhereverItIs(String list, int rows) throws SQLException {
        Supplier<ArticleListing> listing = LISTS.get(list);

        assertThat(rowsRead(listing.get())).isLessThanOrEqualTo(rows);
        assertThat(rowsRead(listing.get().before(nineHundredPagesOn()))).isLessThanOrEqualTo(rows);
        assertThat(blocksTouched(listing.get())).isLessThanOrEqualTo(rows * 5);
        assertThat(blocksTouched(listing.get().before(nineHundredPagesOn()))).isLessThanOrEqualTo(rows * 5);
    }

    /** Older than everything that is published, so that a walk from the newest end would be a long one. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            waits for the second review, 200
            in review,                    60
            'in review, third stage',    200
            waits for me,                600
            'waits for me, in a section',3000
            overdue,                     100
            scheduled,                    60
            drafts,                       60
            """)
    void workListCostsTheWorkThereIs(String list, int rows) throws SQLException {
        Supplier<ArticleListing> listing = WORK_LISTS.get(list);

        assertThat(rowsRead(listing.get())).isLessThanOrEqualTo(rows);
        assertThat(blocksTouched(listing.get())).isLessThanOrEqualTo(rows * 5);
    }

    /** Asked several times a second, by every node. */
    @Test
    void whatIsDueIsFoundWithoutALookAtTheArchive() throws SQLException {
        try (Statement statement = h2.createStatement();
                ResultSet plan = statement.executeQuery("explain analyze " + Articles.DUE)) {
            plan.next();
            assertThat(scanned(plan.getString(1))).isLessThan(10);
        }
    }

    private static ArticleListing published() {
        return new ArticleListing(ArticleState.PUBLISHED, PAGE);
    }

    /** Near the old end, some nine hundred pages on. */
    private static ArticleListing.Position nineHundredPagesOn() {
        return new ArticleListing.Position(FIRST.plusSeconds(1000 * 60), 1000);
    }

    private int rowsRead(ArticleListing listing) throws SQLException {
        return scanned(explain(h2, "explain analyze ", listing));
    }

    private static int scanned(String plan) {
        return Pattern.compile("scanCount: (\\d+)")
                .matcher(plan)
                .results()
                .mapToInt(count -> Integer.parseInt(count.group(1)))
                .sum();
    }

    private int blocksTouched(ArticleListing listing) throws SQLException {
        String plan = explain(postgres, "explain (analyze, buffers, format json) ", listing);
        JsonObject top = Json.createReader(new StringReader(plan))
                .readArray()
                .getJsonObject(0)
                .getJsonObject("Plan");
        return top.getInt("Shared Hit Blocks") + top.getInt("Shared Read Blocks");
    }

    private static String explain(Connection database, String how, ArticleListing listing) throws SQLException {
        ArticleListing finished = listing.finished();
        try (PreparedStatement statement =
                database.prepareStatement(how + finished.sql().replaceAll("\\?\\d+", "?"))) {
            for (int at = 0; at < finished.parameters().size(); at++) {
                statement.setObject(at + 1, finished.parameters().get(at));
            }
            StringBuilder plan = new StringBuilder();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }
}
