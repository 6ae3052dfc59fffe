// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import org.rongmei.article.ArticleSettings;
import org.rongmei.article.SortedId;

/** Where the pixels are: a directory, which several nodes may share. */
@ApplicationScoped
class PictureStore {

    @Inject
    ArticleSettings settings;

    private Path directory = Path.of("");

    @PostConstruct
    void open() {
        directory = Path.of(settings.mediaDirectory()
                .orElseThrow(() -> new IllegalStateException("rongmei.article.media.dir is not set")));
    }

    /** On the disk when this returns: the row that names the picture is committed after it. */
    void keep(long id, Map<Rendition, byte[]> renditions) {
        try {
            Path folder = folder(id);
            Files.createDirectories(folder);
            for (Map.Entry<Rendition, byte[]> rendition : renditions.entrySet()) {
                Path part = folder.resolve(rendition.getKey() + ".part");
                try (FileChannel file = FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
                    ByteBuffer bytes = ByteBuffer.wrap(rendition.getValue());
                    while (bytes.hasRemaining()) {
                        file.write(bytes);
                    }
                    file.force(true);
                }
                Files.move(part, folder.resolve(rendition.getKey().toString()), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Picture " + SortedId.format(id) + " cannot be kept", e);
        }
    }

    Optional<byte[]> find(long id, Rendition rendition) {
        try {
            return Optional.of(Files.readAllBytes(folder(id).resolve(rendition.toString())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Picture " + SortedId.format(id) + " cannot be read", e);
        }
    }

    /** Spread over folders by the id's last characters, which are the random ones. */
    private Path folder(long id) {
        String name = SortedId.format(id);
        return directory.resolve(name.substring(name.length() - 2)).resolve(name);
    }
}
