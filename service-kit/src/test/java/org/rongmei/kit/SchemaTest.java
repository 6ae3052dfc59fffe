// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the migrations of {@code src/test/resources/db/migration}: two of them. */
class SchemaTest {

    private final JdbcDataSource database = new JdbcDataSource();

    @BeforeEach
    void empty() throws SQLException {
        database.setURL("jdbc:h2:mem:schema;DB_CLOSE_DELAY=-1");
        execute("drop all objects");
    }

    @Test
    void oldSchemaIsBroughtUpToDateAndTheCurrentOneIsLeftAlone() throws SQLException {
        Schema.migrate(database);
        execute("insert into story (id, title) values (1, '梯田里的秋收')");

        Schema.migrate(database);

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet story = statement.executeQuery("select title from story")) {
            assertThat(story.next()).isTrue();
        }
    }

    @Test
    void schemaOfNewerVersionIsRefusedAndNotTouched() throws SQLException {
        Schema.migrate(database);
        execute("insert into \"flyway_schema_history\" select \"installed_rank\" + 1, '3', 'later', 'SQL',"
                + " 'V3__later.sql', 42, \"installed_by\", \"installed_on\", 1, true from \"flyway_schema_history\""
                + " where \"version\" = '2'");

        assertThatThrownBy(() -> Schema.migrate(database))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("upgraded by a newer Rongmei")
                .hasMessageContaining("version 3");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
