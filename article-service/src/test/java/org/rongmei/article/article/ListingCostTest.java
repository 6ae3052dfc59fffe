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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.rongmei.kit.Schema;
import org.rongmei.test.TestPostgres;

/**
 * What a page of a list costs, counted by the database itself and not by a clock: rows that H2 looks at, blocks that
 * PostgreSQL touches. A merge looks once more at each row of its walks, so it counts double. Twenty thousand articles lie in ten sections; the newest quarter in one that is hidden.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListingCostTest {

    private static final int PAGE = 21;
    private static final int ARTICLES = 20_000;
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
                            + " select n, 'tag:' || n, 1, 'published', case when n > 15000 then 9 else mod(n, 9) end,"
                            + " '{}', '', 1, 1, '[]', 'x', %s, %s from generate_series(1, %d) g(n)")
                    .formatted(listed, listed, ARTICLES));
            for (String table : List.of("article_tag", "article_author")) {
                String name = table.equals("article_tag") ? "常见" : "记者";
                name(statement, table, name, "");
                name(statement, table, "少见", " where mod(id, 4000) = 0");
            }
            statement.execute("analyze");
        }
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

    private static ArticleListing published() {
        return new ArticleListing(ArticleState.PUBLISHED, PAGE);
    }

    /** Near the old end, some nine hundred pages on. */
    private static ArticleListing.Position nineHundredPagesOn() {
        return new ArticleListing.Position(FIRST.plusSeconds(1000 * 60), 1000);
    }

    private int rowsRead(ArticleListing listing) throws SQLException {
        Matcher counts = Pattern.compile("scanCount: (\\d+)").matcher(explain(h2, "explain analyze ", listing));
        return counts.results()
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
