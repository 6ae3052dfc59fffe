// SPDX-License-Identifier: Apache-2.0
package org.rongmei.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.sql.Statement;
import java.util.Properties;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableH2DriverTest {

    @TempDir
    Path folder;

    String url = "";

    @BeforeEach
    void open() throws SQLException {
        url = "jdbc:durable-h2:file:" + folder.resolve("news") + ";DB_CLOSE_DELAY=-1";
        execute("create table story (title varchar(80))", "set query_statistics true");
    }

    @AfterEach
    void close() throws SQLException {
        execute("shutdown");
    }

    @Test
    void commitIsOnTheDiskWhenItReturns() throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            long before = syncs();
            insert(connection, "梯田里的秋收");
            assertThat(syncs()).isEqualTo(before);

            connection.commit();

            assertThat(syncs()).isEqualTo(before + 1);
        }
    }

    @Test
    void everyCommitHasSyncOfItsOwnWhenNobodyElseCommits() throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            long before = syncs();

            for (int story = 1; story <= 5; story++) {
                insert(connection, "第" + story + "篇");
                connection.commit();
            }

            assertThat(syncs()).isEqualTo(before + 5);
        }
    }

    /** As H2 does when it cannot open on a full disk. */
    @Test
    void fileThatNobodyCanCloseAnyMoreKeepsNobodyOut() throws SQLException, IOException {
        execute("shutdown");
        lose(folder.resolve("news.mv.db"));

        execute("insert into story values ('又能打开了')");
    }

    private static void lose(Path file) throws IOException {
        FileLock lock = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)
                .tryLock();
        assertThat(lock).isNotNull();
    }

    @Test
    void whatIsRolledBackNeedsNoDisk() throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            long before = syncs();
            insert(connection, "错稿");

            connection.rollback();

            assertThat(syncs()).isEqualTo(before);
        }
    }

    @Test
    void databaseIsWrittenAtCommitRatherThanLater() throws SQLException {
        assertThat(number("select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'"))
                .isZero();
    }

    @Test
    void failureComesAsTheDatabaseSaidIt() throws SQLException {
        try (Connection connection = connect()) {
            assertThatThrownBy(() -> connection.prepareStatement("insert into nothing values (1)"))
                    .isInstanceOf(SQLSyntaxErrorException.class)
                    .hasMessageContaining("NOTHING");
        }
    }

    @Test
    void otherUrlsAreOtherDriversBusiness() throws SQLException {
        DurableH2Driver driver = new DurableH2Driver();

        assertThat(driver.acceptsURL(url)).isTrue();
        assertThat(driver.acceptsURL("jdbc:h2:mem:x")).isFalse();
        assertThat(driver.connect("jdbc:h2:mem:x", new Properties())).isNull();
    }

    @Test
    void connectionOfTheDatabaseIsInside() throws SQLException {
        try (Connection connection = connect()) {
            assertThat(connection.isWrapperFor(JdbcConnection.class)).isTrue();
            assertThat(connection.unwrap(JdbcConnection.class)).isNotNull();
            assertThat(connection.isWrapperFor(String.class)).isFalse();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    private static void insert(Connection connection, String title) throws SQLException {
        try (var statement = connection.prepareStatement("insert into story values (?)")) {
            statement.setString(1, title);
            statement.executeUpdate();
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** How often this database was asked to sync, by its own count. */
    private long syncs() throws SQLException {
        return number("select coalesce(sum(execution_count), 0) from information_schema.query_statistics"
                + " where sql_statement = 'CHECKPOINT SYNC'");
    }

    private long number(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }
}
