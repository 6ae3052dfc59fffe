// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongmei.kit.Schema;

/** What a ranking costs H2, in rows that it looks at: what was read counts, and not what there is. */
class RankingCostTest {

    private static final int ARTICLES = Integer.getInteger("rongmei.listing.articles", 20_000);
    private static final int READ = 500;

    /** Also right after a move from another system, when H2 knows nothing of how its rows are distributed. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rankingLooksAtWhatWasRead(boolean analysed) throws SQLException {
        JdbcDataSource memory = new JdbcDataSource();
        memory.setURL("jdbc:h2:mem:ranking" + analysed);
        try (Connection h2 = memory.getConnection()) {
            Schema.migrate(memory);
            fill(h2, analysed);

            assertThat(rowsRead(h2, false)).isLessThan(READ * 10);
            assertThat(rowsRead(h2, true)).isLessThan(READ * 10);
        }
    }

    private static void fill(Connection database, boolean analysed) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("insert into section (id, path, name, position, hidden) values (1, 's', 's', 0, false)");
            statement.execute("insert into article (id, uri, version, state, section_id, manuscript, body, pages,"
                    + " body_policy, corrections, created_by, created_at, listed_at) select n, 'tag:' || n, 1, 'published',"
                    + " 1, '{}', '', 1, 1, '[]', 'x', timestamp with time zone '2026-01-01 00:00:00+00',"
                    + " timestamp with time zone '2026-01-01 00:00:00+00' from generate_series(1, " + ARTICLES
                    + ") g(n)");
            statement.execute("insert into reading (span, began_at, article_id, views) select 'hour',"
                    + " timestamp with time zone '2026-01-02 00:00:00+00' + mod(n, 24) * interval '1' hour, n, n"
                    + " from generate_series(1, " + READ + ") g(n)");
            if (analysed) {
                statement.execute("analyze");
            }
        }
    }

    private static int rowsRead(Connection database, boolean illustrated) throws SQLException {
        String sql = Readings.standings(illustrated).replaceAll("\\?\\d+", "?") + " limit 100";
        try (PreparedStatement statement = database.prepareStatement("explain analyze " + sql)) {
            statement.setString(1, "hour");
            statement.setObject(2, OffsetDateTime.parse("2026-01-02T00:00:00Z"));
            try (ResultSet plan = statement.executeQuery()) {
                plan.next();
                return Pattern.compile("scanCount: (\\d+)")
                        .matcher(plan.getString(1))
                        .results()
                        .mapToInt(count -> Integer.parseInt(count.group(1)))
                        .sum();
            }
        }
    }
}
