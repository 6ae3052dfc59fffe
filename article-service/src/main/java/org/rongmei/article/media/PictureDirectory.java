// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rongmei.article.SortedId;
import org.rongmei.kit.Problem;

/** Pictures in a directory, which several nodes may share. */
final class PictureDirectory implements PictureStore {

    private static final System.Logger LOG = System.getLogger(PictureDirectory.class.getName());
    /** On the same disk as what it becomes, so that moving it is one step. */
    private static final String INCOMING = "incoming";

    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Path directory;

    PictureDirectory(Path directory) {
        this.directory = directory;
    }

    /** Throws away what a crash left half-written, but not what another node is writing now. */
    void sweep(Instant now) {
        Path incoming = directory.resolve(INCOMING);
        if (!Files.isDirectory(incoming)) {
            return;
        }
        try (Stream<Path> folders = Files.list(incoming)) {
            for (Path folder : folders.toList()) {
                if (Files.getLastModifiedTime(folder).toInstant().isBefore(now.minus(FORGOTTEN))) {
                    delete(folder);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "What lies in " + incoming + " cannot be tidied up", e);
        }
    }

    @Override
    public void keep(long id, String type, Map<Rendition, byte[]> renditions) {
        Path incoming = directory.resolve(INCOMING).resolve(SortedId.format(id));
        Path folder = folder(id);
        try {
            Files.createDirectories(incoming);
            for (Map.Entry<Rendition, byte[]> rendition : renditions.entrySet()) {
                write(incoming.resolve(rendition.getKey().toString()), rendition.getValue());
            }
            synchronize(incoming);
            Files.createDirectories(folder.getParent());
            Files.move(incoming, folder, StandardCopyOption.ATOMIC_MOVE);
            synchronize(folder.getParent());
            synchronize(directory);
        } catch (IOException e) {
            deleteQuietly(incoming);
            deleteQuietly(folder);
            throw trouble(e);
        }
    }

    private static void write(Path path, byte[] content) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
    }

    /** After a power cut a new name is there only if its directory was synced as well. */
    private static void synchronize(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /** The platform has no exception of its own for a full disk: only what the system says, which Java does not translate. */
    static Problem trouble(IOException e) {
        String reason = e instanceof FileSystemException named ? named.getReason() : e.getMessage();
        boolean full = reason != null
                && Stream.of("No space left on device", "Disk quota exceeded", "not enough space on the disk")
                        .anyMatch(reason::contains);
        return full ? StoreTrouble.full(e) : StoreTrouble.away(e);
    }

    @Override
    public Optional<Pixels> find(long id, Rendition rendition) {
        Path file = folder(id).resolve(rendition.toString());
        try {
            return Optional.of(new Pixels(Files.size(file), Files.newInputStream(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw StoreTrouble.away(e);
        }
    }

    @Override
    public void discard(long id) {
        deleteQuietly(folder(id));
    }

    private static void deleteQuietly(Path folder) {
        try {
            delete(folder);
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.WARNING, folder + " belongs to nothing and cannot be deleted", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Spread over folders by the id's last characters, which are the random ones. */
    private Path folder(long id) {
        String name = SortedId.format(id);
        return directory.resolve(name.substring(name.length() - 2)).resolve(name);
    }
}
