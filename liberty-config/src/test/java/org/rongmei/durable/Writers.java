// SPDX-License-Identifier: Apache-2.0
package org.rongmei.durable;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A process of its own, to be killed: eight threads commit rows, and each says which it has committed; two look at the
 * newest rows, and say what they have seen.
 */
final class Writers {

    private static final int THREADS = 8;
    private static final int WITNESSES = 2;
    private static final AtomicLong NEWEST = new AtomicLong(System.currentTimeMillis() * 1000);
    private static final PrintStream SAY = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Writers() {}

    public static void main(String[] arguments) throws SQLException {
        DriverManager.registerDriver(new DurableH2Driver());
        String url = arguments[0];
        try (Connection connection = DriverManager.getConnection(url, "rongmei", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists story(id varchar(60) primary key, body clob, number bigint)");
            statement.execute("create index if not exists story_by_number on story(number)");
            for (int thread = 0; thread < THREADS; thread++) {
                Connection own = DriverManager.getConnection(url, "rongmei", "");
                own.setAutoCommit(false);
                new Thread(() -> write(own)).start();
            }
            for (int thread = 0; thread < WITNESSES; thread++) {
                Connection own = DriverManager.getConnection(url, "rongmei", "");
                new Thread(() -> look(own)).start();
            }
        }
    }

    private static void write(Connection connection) {
        Random chance = new Random();
        try (PreparedStatement insert = connection.prepareStatement("insert into story values (?, ?, ?)");
                PreparedStatement update = connection.prepareStatement("update story set number = ? where id = ?")) {
            while (true) {
                String id = UUID.randomUUID().toString();
                insert.setString(1, id);
                insert.setString(2, "一段正文。".repeat(chance.nextInt(1000)));
                insert.setLong(3, chance.nextLong());
                insert.executeUpdate();
                update.setLong(1, NEWEST.incrementAndGet());
                update.setString(2, id);
                update.executeUpdate();
                connection.commit();
                SAY.println(id);
                Thread.sleep(chance.nextInt(12)); // pauses, in which groups of commits form and end
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException("A writer stopped by itself", e);
        }
    }

    private static void look(Connection connection) {
        Set<String> said = new HashSet<>();
        try (PreparedStatement newest =
                connection.prepareStatement("select id from story order by number desc limit " + THREADS)) {
            while (true) {
                try (ResultSet rows = newest.executeQuery()) {
                    while (rows.next()) {
                        if (said.add(rows.getString(1))) {
                            SAY.println(rows.getString(1));
                        }
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A witness stopped by itself", e);
        }
    }
}
