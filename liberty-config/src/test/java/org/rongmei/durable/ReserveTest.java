// SPDX-License-Identifier: Apache-2.0
package org.rongmei.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReserveTest {

    @TempDir
    Path directory;

    @Test
    void reserveIsGivenUpPieceByPieceAndLaidInAgain() throws IOException {
        Reserve reserve = Reserve.of("jdbc:h2:file:" + directory.resolve("article") + ";WRITE_DELAY=0")
                .orElseThrow();
        reserve.layIn();
        assertThat(bytes()).isEqualTo(2L * 1024 * 1024);

        assertThat(reserve.giveUpSome()).isTrue();
        assertThat(bytes()).isEqualTo(2L * 1024 * 1024 - 128 * 1024);
        reserve.layIn();
        assertThat(bytes()).isEqualTo(2L * 1024 * 1024);
        int given = 0;
        while (reserve.giveUpSome()) {
            given++;
        }

        assertThat(given).isEqualTo(16);
        assertThat(bytes()).isZero();
    }

    @Test
    void nothingIsWrittenWhereThereIsNextToNoRoom() throws SQLException {
        Reserve reserve =
                Reserve.of("jdbc:h2:file:" + directory.resolve("article")).orElseThrow();

        reserve.requireRoom(0);

        assertThatThrownBy(() -> reserve.requireRoom(Long.MAX_VALUE))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo("53100"))
                .hasMessageContaining("No space left");
    }

    @Test
    void databaseInMemoryHasNone() {
        assertThat(Reserve.of("jdbc:h2:mem:test;DB_CLOSE_DELAY=-1")).isEmpty();
    }

    private long bytes() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
