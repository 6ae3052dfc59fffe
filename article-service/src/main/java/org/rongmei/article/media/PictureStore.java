// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import java.util.Map;
import java.util.Optional;
import org.rongmei.kit.Problem;

/** Where the pixels are. What is kept under an id is all of it or nothing, and never changes. */
interface PictureStore {

    /**
     * Safely stored when this returns: the row that names the picture is committed after it.
     *
     * @throws Problem 503 when the store is away, 507 when it is full; nothing is kept then
     */
    void keep(long id, String type, Map<Rendition, byte[]> renditions);

    /**
     * Whoever asks closes it.
     *
     * @throws Problem 503 when the store is away
     */
    Optional<Pixels> find(long id, Rendition rendition);

    /** Takes back what was kept, as far as it goes: a picture without a row is rubbish, but it is in nobody's way. */
    void discard(long id);
}
