// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rongmei.article.SortedId;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** The files of imports, until they are worked off. A file is whole when it bears its name. */
@ApplicationScoped
class Spool {

    private static final String SENT = ".import";
    private static final String COMING = ".part";
    private static final long ALMOST_NOTHING = 2_000_000;
    /** A file without a row for so long was sent to a node that crashed before it could say so. */
    private static final Duration ORPHAN = Duration.ofHours(1);

    @Inject
    @ConfigProperty(name = "rongmei.article.imports.dir")
    Optional<String> directory;

    @Inject
    InstantSource clock;

    private Path directory() {
        Path path = Path.of(
                directory.orElseThrow(() -> new IllegalStateException("rongmei.article.imports.dir is not set")));
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be made", e);
        }
    }

    /**
     * Keeps what comes, safely stored.
     *
     * @throws Problem 400 when it ends too early, 507 when there is no room: nothing stays then
     */
    Path receive(long id, InputStream body) {
        Path file = directory().resolve(SortedId.format(id) + COMING);
        try {
            Files.copy(body, file);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            return file;
        } catch (IOException | RuntimeException e) {
            boolean full = isFull();
            delete(file);
            if (full) {
                throw new Problem(
                                507,
                                "storage-full",
                                Sentence.of("服务器磁盘已满，没有保存。", "The disk is full; nothing was stored."))
                        .retryAfter(Duration.ofMinutes(1));
            }
            throw new Problem(
                    400, "broken-off", Sentence.of("上传没有完成，什么都没有导入。", "The upload broke off: nothing is imported."));
        }
    }

    private boolean isFull() {
        try {
            return Files.getFileStore(directory()).getUsableSpace() < ALMOST_NOTHING;
        } catch (IOException e) {
            return false;
        }
    }

    void accept(long id, Path received) {
        try {
            Files.move(received, file(id), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("An import cannot be kept", e);
        }
    }

    Path file(long id) {
        return directory().resolve(SortedId.format(id) + SENT);
    }

    /** Oldest first. */
    List<Long> waiting() {
        try (Stream<Path> files = Files.list(directory())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SENT))
                    .sorted()
                    .flatMap(name -> SortedId.parse(name.substring(0, name.length() - SENT.length())).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The files of imports cannot be listed", e);
        }
    }

    void discard(long id) {
        delete(file(id));
    }

    void discardOrphan(long id) {
        try {
            if (Files.getLastModifiedTime(file(id))
                    .toInstant()
                    .isBefore(clock.instant().minus(ORPHAN))) {
                discard(id);
            }
        } catch (IOException e) {
            return; // it is gone already
        }
    }

    /** What was coming in when the server stopped will not go on. */
    void clean() {
        try (Stream<Path> files = Files.list(directory())) {
            files.filter(file -> file.getFileName().toString().endsWith(COMING)).forEach(Spool::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("The files of imports cannot be listed", e);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be deleted", e);
        }
    }
}
