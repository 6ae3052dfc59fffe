// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongmei.test.TestPostgres;

/** What a newsroom that has been at work for a while finds in its archives after the update. */
class ArchivesMigrationTest {

    @Test
    void whatWasThereIsFiledOnH2() throws Exception {
        whatWasThereIsFiled("jdbc:h2:mem:" + UUID.randomUUID(), "sa");
    }

    @Test
    void whatWasThereIsFiledOnPostgresql() throws Exception {
        whatWasThereIsFiled(TestPostgres.running().emptyDatabase("archives_migration"), "postgres");
    }

    private static void whatWasThereIsFiled(String url, String user) throws SQLException, IOException {
        try (Connection database = DriverManager.getConnection(url, user, "");
                Statement sql = database.createStatement()) {
            run(sql, "V1__syndication.sql");
            run(sql, "V2__settled_readings.sql");
            section(sql, "s1", "news", false);
            section(sql, "s2", "news/towns", false);
            section(sql, "s3", "news_towns", false);
            section(sql, "s4", "hidden", true);
            entry(sql, "a2", "s2", 2, true, false);
            entry(sql, "a1", "s1", 1, true, false);
            entry(sql, "a3", "s3", 3, true, false);
            entry(sql, "a4", "s4", 4, true, false);
            entry(sql, "a5", "s2", 5, false, true);
            entry(sql, "a6", "s1", 6, false, false);
            sql.execute("insert into entry_tag values ('a2', '秋收', timestamp with time zone '2026-11-02 00:00:00+00')");
            sql.execute(
                    "insert into entry_author values ('a4', '田穗', timestamp with time zone '2026-11-04 00:00:00+00')");

            run(sql, "V3__archives.sql");

            assertThat(rows(sql, "select topic, place, article_id, present from filing order by topic, place"))
                    .containsExactly(
                            "section:s1 1 a1 true",
                            "section:s1 2 a2 true",
                            "section:s1 3 a5 false",
                            "section:s2 1 a2 true",
                            "section:s2 2 a5 false",
                            "section:s3 1 a3 true",
                            "site 1 a1 true",
                            "site 2 a2 true",
                            "site 3 a3 true",
                            "site 4 a5 false",
                            "tag:秋收 1 a2 true");
            assertThat(rows(sql, "select count(*), 1, 1, 1 from entry where changed_at is null"))
                    .containsExactly("0 1 1 1");
        }
    }

    private static void section(Statement sql, String id, String path, boolean closed) throws SQLException {
        sql.execute("insert into section values ('" + id + "', '" + path + "', 'x', 1, " + closed
                + ", timestamp with time zone '2026-11-01 00:00:00+00', 1)");
    }

    private static void entry(Statement sql, String id, String section, int day, boolean listed, boolean withdrawn)
            throws SQLException {
        String date = "timestamp with time zone '2026-11-0" + day + " 00:00:00+00'";
        sql.execute("insert into entry values ('" + id + "', 'tag:" + id + "', '" + section + "', '{}', " + listed
                + ", " + date + ", " + date + ", " + (withdrawn ? date : "null") + ", 1)");
    }

    /** One statement after the other; comments hold semicolons, statements do not. */
    private static void run(Statement sql, String migration) throws SQLException, IOException {
        try (InputStream file = ArchivesMigrationTest.class.getResourceAsStream("/db/migration/" + migration)) {
            String script = new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)--.*$", "");
            for (String statement : script.split(";")) {
                if (!statement.isBlank()) {
                    sql.execute(statement);
                }
            }
        }
    }

    private static List<String> rows(Statement sql, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = sql.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1) + " " + result.getLong(2) + " " + result.getString(3) + " "
                        + result.getObject(4));
            }
        }
        return rows;
    }
}
