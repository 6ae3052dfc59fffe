// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rongmei.article.SortedId;
import org.rongmei.kit.Problem;

class PictureDirectoryTest {

    private static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");
    private static final long ID = 123_456_789_012L;

    @TempDir
    Path directory;

    @Test
    void fullDiskIsToldAndLeavesNothingBehind() throws Exception {
        Path disk = Files.createDirectories(directory.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=300k", "none", disk.toString()),
                "THE FULL DISK IS SKIPPED: only root may mount a small one");
        try {
            PictureDirectory store = new PictureDirectory(disk);
            store.keep(1, "image/png", Map.of(Rendition.LARGE, new byte[1000]));

            assertThatThrownBy(() -> store.keep(
                            ID,
                            "image/png",
                            Map.of(Rendition.THUMBNAIL, new byte[1000], Rendition.ORIGINAL, new byte[400_000])))
                    .isInstanceOfSatisfying(Problem.class, problem -> {
                        assertThat(problem.status()).isEqualTo(507);
                        assertThat(problem.retryAfter()).isPresent();
                    });

            assertThat(store.find(ID, Rendition.THUMBNAIL)).isEmpty();
            assertThat(files(disk)).hasSize(1);
            store.keep(ID, "image/png", Map.of(Rendition.ORIGINAL, new byte[200_000]));
            assertThat(store.find(ID, Rendition.ORIGINAL)).isPresent();
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"No space left on device, 507", "Disk quota exceeded, 507", "Input/output error, 503", ", 503"})
    void whatTheSystemSaysDecidesBetweenFullAndAway(String reason, int status) {
        assertThat(PictureDirectory.trouble(new IOException(reason)).status()).isEqualTo(status);
        assertThat(PictureDirectory.trouble(new FileSystemException("/x", null, reason))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void whatACrashLeftHalfWrittenIsSweptAwayTheNextDay() throws IOException {
        PictureDirectory store = new PictureDirectory(directory);
        store.keep(ID, "image/png", Map.of(Rendition.LARGE, new byte[10]));
        Path crashed = halfWritten(1, NOW.minus(Duration.ofDays(2)));
        Path written = halfWritten(2, NOW.minus(Duration.ofMinutes(2)));

        store.sweep(NOW);

        assertThat(crashed).doesNotExist();
        assertThat(written).exists();
        assertThat(store.find(ID, Rendition.LARGE)).isPresent();
        assertThat(store.find(1, Rendition.LARGE)).isEmpty();
        assertThat(store.find(2, Rendition.LARGE)).isEmpty();
    }

    private Path halfWritten(long id, Instant at) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("incoming").resolve(SortedId.format(id)));
        Files.write(folder.resolve("large"), new byte[10]);
        return Files.setLastModifiedTime(folder, FileTime.from(at));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
