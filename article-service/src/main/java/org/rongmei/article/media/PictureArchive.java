// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.SortedId;
import org.rongmei.kit.Problem;

/** Pictures on their way from one newsroom to another. */
@ApplicationScoped
public class PictureArchive {

    /** A picture with its words and its largest rendition. */
    public record Portable(
            String id,
            String alt,
            @Nullable String caption,
            @Nullable String credit,
            byte[] pixels) {}

    @Inject
    Pictures pictures;

    @Inject
    PictureStore store;

    @Inject
    PictureIntake intake;

    /** Empty when there is none, or its pixels are lost. */
    public Optional<Portable> find(String id) {
        return SortedId.parse(id)
                .flatMap(pictures::find)
                .flatMap(picture -> store.find(picture.id(), Rendition.ORIGINAL)
                        .map(pixels -> new Portable(
                                id,
                                picture.alt(),
                                picture.caption().orElse(null),
                                picture.credit().orElse(null),
                                read(pixels))));
    }

    private static byte[] read(Pixels pixels) {
        try (InputStream content = pixels.content()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("A picture cannot be read", e);
        }
    }

    /**
     * Takes it over under its own id.
     *
     * @return false when there is one of that id already: pixels never change
     * @throws Problem 422 and 413 for what is refused of an upload, too
     */
    public boolean restore(Portable picture, String login) {
        long id = SortedId.parse(picture.id()).orElseThrow(() -> new PictureNotFound(picture.id()));
        if (pictures.find(id).isPresent()) {
            return false;
        }
        intake.restore(
                id,
                new ByteArrayInputStream(picture.pixels()),
                new PictureWords(picture.alt(), picture.caption(), picture.credit()),
                login);
        return true;
    }
}
