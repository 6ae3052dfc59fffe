// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    @Test
    void firstLanguageThatWeSpeakIsSpoken() {
        assertThat(Problems.language(List.of(Locale.FRENCH, Locale.UK, Locale.CHINA)))
                .isEqualTo(Locale.ENGLISH);
        assertThat(Problems.language(List.of(Locale.TAIWAN, Locale.ENGLISH))).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void databaseThatClosedBecauseTheDiskIsFullIsAFullDisk() {
        SQLException closed = new SQLException("The database has been closed", "90098");
        assertThat(Problems.storage(closed).map(Problem::status)).contains(503);

        closed.initCause(new IllegalStateException("This store is closed", new IOException("No space left on device")));

        assertThat(Problems.storage(closed).map(Problem::status)).contains(507);
    }

    @Test
    void chineseIsSpokenToWhoeverAsksForNothingWeKnow() {
        assertThat(Problems.language(List.of())).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(Problems.language(List.of(Locale.FRENCH, Locale.ROOT))).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }
}
