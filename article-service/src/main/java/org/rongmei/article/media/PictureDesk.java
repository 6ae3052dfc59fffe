// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.SortedId;
import org.rongmei.kit.Checked;
import org.rongmei.kit.Conditional;

/** What an editor can do with pictures. */
@ApplicationScoped
@Transactional
class PictureDesk {

    @Inject
    Pictures pictures;

    @Inject
    PictureStore store;

    @Inject
    InstantSource clock;

    @Inject
    Checked checked;

    public Picture upload(byte[] file, PictureWords words, String login) {
        checked.valid(words);
        Darkroom.Developed developed = Darkroom.develop(file);
        Instant now = clock.instant();
        Picture picture = new Picture(SortedId.next(now), developed, words, login, now);
        // The pixels first: a file without a row is rubbish, a row without a file is a broken page.
        store.keep(picture.id(), developed.renditions());
        pictures.add(picture);
        return picture;
    }

    public Picture describe(String id, @Nullable String ifMatch, PictureWords words) {
        Picture picture = pictures.get(id);
        Conditional.requireMatch(ifMatch, MediaResource.etag(picture));
        checked.valid(words);
        picture.describe(words);
        pictures.flush();
        return picture;
    }
}
