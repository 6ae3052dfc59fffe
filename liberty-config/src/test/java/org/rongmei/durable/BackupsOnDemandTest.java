// SPDX-License-Identifier: Apache-2.0
package org.rongmei.durable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.tools.Restore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsOnDemandTest {

    @TempDir
    Path folder;

    private Connection writer;
    private volatile boolean writing = true;

    @AfterEach
    void close() throws SQLException {
        try (Statement statement = writer.createStatement()) {
            statement.execute("shutdown");
        }
    }

    @Test
    void backupHasWhatWasCommittedBeforeItWasAskedForAndIsOneMoment() throws Exception {
        open();
        execute("create table story (id bigint primary key, twin bigint)", "insert into story values (0, 0)");
        Thread writers = new Thread(this::write);
        writers.start();
        long before = written();
        while (before < 200) {
            before = written();
        }

        assertThat(answer(folder.resolve("backup.zip"))).isEqualTo(BackupsOnDemand.DONE);

        long after = written();
        writing = false;
        writers.join();
        Restore.execute(folder.resolve("backup.zip").toString(), folder.toString(), "restored");
        try (Connection restored =
                DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("restored"), "sa", "")) {
            assertThat(number(restored, "select max(id) from story")).isBetween(before, after);
            assertThat(number(restored, "select count(*) from story where id <> twin"))
                    .as("rows of which only half was there")
                    .isZero();
            assertThat(number(restored, "select max(id) + 1 - count(*) from story"))
                    .as("rows that are missing between others")
                    .isZero();
        }
    }

    @Test
    void whoAsksForTheImpossibleIsToldSoAndMayAskAgain() throws Exception {
        open();

        assertThat(answer(folder.resolve("news.mv.db/backup.zip"))).isNotEqualTo(BackupsOnDemand.DONE);
        assertThat(answer(folder.resolve("backup.zip"))).isEqualTo(BackupsOnDemand.DONE);
    }

    private void open() throws SQLException {
        writer = DriverManager.getConnection("jdbc:durable-h2:file:" + folder.resolve("news"), "sa", "");
    }

    /** Two statements, one commit. */
    private void write() {
        try (Connection connection =
                DriverManager.getConnection("jdbc:durable-h2:file:" + folder.resolve("news"), "sa", "")) {
            connection.setAutoCommit(false);
            for (long id = 1; writing; id++) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("insert into story values (" + id + ", null)");
                    statement.execute("update story set twin = id where id = " + id);
                    connection.commit();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Not written", e);
        }
    }

    private String answer(Path archive) throws IOException, InterruptedException {
        Path database = folder.resolve("news");
        Path answer = BackupsOnDemand.answer(database);
        Files.deleteIfExists(answer);
        Files.writeString(BackupsOnDemand.request(database), archive.toString());
        for (int look = 0; look < 300 && !Files.exists(answer); look++) {
            Thread.sleep(100);
        }
        return Files.readString(answer);
    }

    private long written() throws SQLException {
        return number(writer, "select max(id) from story");
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private void execute(String... commands) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }
}
