// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Checked;
import org.rongmei.kit.Conditional;

/** What an editor can do with pictures that are there; {@link PictureIntake} brings them. */
@ApplicationScoped
@Transactional
class PictureDesk {

    @Inject
    Pictures pictures;

    @Inject
    PictureStore store;

    @Inject
    Checked checked;

    /** Its pixels are kept already: a file without a row is rubbish, a row without a file is a broken page. */
    public void enter(Picture picture) {
        try {
            pictures.add(picture);
        } catch (RuntimeException e) {
            // Rolled back for certain. A commit that fails may have happened all the same: then the pixels stay.
            store.discard(picture.id());
            throw e;
        }
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
