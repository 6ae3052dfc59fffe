// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import org.rongmei.article.SortedId;
import org.rongmei.kit.Checked;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** Takes a picture in. Outside of a transaction of its own, so that nobody waits for a darkroom with a connection. */
@ApplicationScoped
class PictureIntake {

    private static final int LARGEST_UPLOAD = 20_000_000;

    @Inject
    DarkroomDoor door;

    @Inject
    PictureStore store;

    @Inject
    PictureDesk desk;

    @Inject
    InstantSource clock;

    @Inject
    Checked checked;

    public Picture upload(InputStream file, PictureWords words, String login) {
        checked.valid(words);
        return door.inTurn(() -> keep(SortedId.next(clock.instant()), Darkroom.develop(read(file)), words, login));
    }

    /** The same for one that had its id elsewhere. */
    void restore(long id, InputStream file, PictureWords words, String login) {
        checked.valid(words);
        door.inTurn(() -> keep(id, Darkroom.develop(read(file)), words, login));
    }

    private static byte[] read(InputStream file) {
        try {
            byte[] bytes = file.readNBytes(LARGEST_UPLOAD + 1);
            if (bytes.length > LARGEST_UPLOAD) {
                throw new Problem(413, "picture-too-large", Sentence.of("图片不能超过 20 MB。", "A picture may have 20 MB."));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("An upload cannot be read", e);
        }
    }

    private Picture keep(long id, Darkroom.Developed developed, PictureWords words, String login) {
        Picture picture = new Picture(id, developed, words, login, clock.instant());
        store.keep(picture.id(), developed.type(), developed.renditions());
        desk.enter(picture);
        return picture;
    }
}
