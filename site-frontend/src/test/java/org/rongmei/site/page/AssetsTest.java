// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AssetsTest {

    /** What a reader has to load before a page looks as it should, unpacked. */
    @Test
    void styleSheetAndScriptsAreLessThanSixtyKilobytes() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/assets"))) {
            long bytes = files.filter(file -> file.toString().matches(".*\\.(css|js)"))
                    .mapToLong(AssetsTest::size)
                    .sum();

            assertThat(bytes).isBetween(1L, 60_000L);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
