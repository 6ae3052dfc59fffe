// SPDX-License-Identifier: Apache-2.0
package org.rongmei.keeping;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tables of a database, read, written and summed up in the same way whichever database it is. */
final class Tables {

    /** What Flyway keeps for itself. */
    static final String HISTORY = "flyway_schema_history";

    private static final int BATCH = 200;

    /** A table's rows and a sum of all that is in them, whatever their order. */
    record Total(long rows, BigInteger sum) {

        static final Total NONE = new Total(0, BigInteger.ZERO);
        private static final BigInteger SPACE = BigInteger.ONE.shiftLeft(256);

        Total plus(byte[] row) {
            return new Total(rows + 1, sum.add(new BigInteger(1, row)).mod(SPACE));
        }

        @Override
        public String toString() {
            return rows + " rows, " + String.format(Locale.ROOT, "%064x", sum).substring(0, 16);
        }
    }

    private final Connection connection;

    Tables(Connection connection) {
        this.connection = connection;
    }

    /** The tables with their columns, as they are called in lower case. */
    TreeMap<String, List<String>> columns() throws SQLException {
        TreeMap<String, List<String>> tables = new TreeMap<>();
        DatabaseMetaData about = connection.getMetaData();
        try (ResultSet columns = about.getColumns(null, schema(), "%", "%")) {
            while (columns.next()) {
                String table = columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                tables.computeIfAbsent(table, name -> new ArrayList<>())
                        .add(columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        tables.values().forEach(Collections::sort);
        tables.keySet().retainAll(ownTables());
        return tables;
    }

    /** Views and indexes have columns, too. */
    private List<String> ownTables() throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = connection.getMetaData().getTables(null, schema(), "%", null)) {
            while (tables.next()) {
                String type = tables.getString("TABLE_TYPE");
                String name = tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if ((type.equals("TABLE") || type.equals("BASE TABLE")) && !name.equals(HISTORY)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private String schema() throws SQLException {
        return connection.getSchema();
    }

    /** The version of the schema; empty when there is none. */
    String version() throws SQLException {
        // Flyway makes its table with names in lower case on both
        String newest = "select \"version\" from \"" + HISTORY
                + "\" where \"success\" = true and \"version\" is not null order by \"installed_rank\" desc";
        try (Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery(newest)) {
            return version.next() ? version.getString(1) : "";
        }
    }

    /** One row after the other. */
    interface Reader {
        void row(List<@Nullable Object> values) throws SQLException;
    }

    void read(String table, List<String> columns, Reader reader) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(BATCH);
            try (ResultSet rows = statement.executeQuery("select " + list(columns) + " from " + table)) {
                while (rows.next()) {
                    List<@Nullable Object> values = new ArrayList<>();
                    for (int column = 1; column <= columns.size(); column++) {
                        values.add(value(rows, column));
                    }
                    reader.row(values);
                }
            }
        }
    }

    private static @Nullable Object value(ResultSet rows, int column) throws SQLException {
        return switch (rows.getMetaData().getColumnType(column)) {
            case Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP -> rows.getObject(column, OffsetDateTime.class);
            case Types.DATE -> rows.getObject(column, LocalDate.class);
            case Types.BOOLEAN, Types.BIT -> {
                boolean value = rows.getBoolean(column);
                yield rows.wasNull() ? null : value;
            }
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> {
                long value = rows.getLong(column);
                yield rows.wasNull() ? null : value;
            }
            case Types.VARCHAR, Types.CHAR, Types.CLOB, Types.LONGVARCHAR -> rows.getString(column);
            default ->
                throw new IllegalStateException("Nothing is known of columns of the type "
                        + rows.getMetaData().getColumnTypeName(column));
        };
    }

    /** Puts the rows of another database's table into ours, which is emptied before. */
    Total fill(String table, List<String> columns, Tables from) throws SQLException {
        Total[] total = {Total.NONE};
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from " + table);
        }
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into " + table + " (" + list(columns) + ") values (" + marks + ")")) {
            from.read(table, columns, values -> {
                for (int column = 1; column <= values.size(); column++) {
                    insert.setObject(column, values.get(column - 1));
                }
                insert.addBatch();
                total[0] = total[0].plus(digest(values));
                if (total[0].rows() % BATCH == 0) {
                    insert.executeBatch();
                }
            });
            insert.executeBatch();
        }
        return total[0];
    }

    Total sum(String table, List<String> columns) throws SQLException {
        Total[] total = {Total.NONE};
        read(table, columns, values -> total[0] = total[0].plus(digest(values)));
        return total[0];
    }

    /** Each value with its length before it, so that none can pass for a part of its neighbour. */
    private static byte[] digest(List<@Nullable Object> values) {
        MessageDigest digest = Sums.sha256();
        for (@Nullable Object value : values) {
            if (value == null) {
                digest.update((byte) '-');
            } else {
                Object same = value instanceof OffsetDateTime time ? time.toInstant() : value;
                byte[] bytes = same.toString().getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
        }
        return digest.digest();
    }

    private static String list(List<String> columns) {
        return String.join(", ", columns);
    }
}
