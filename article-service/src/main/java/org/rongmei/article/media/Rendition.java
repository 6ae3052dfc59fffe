// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The sizes a picture is kept in; the number is the longest width in pixels. */
enum Rendition {
    ORIGINAL(Integer.MAX_VALUE),
    LARGE(1600),
    MEDIUM(800),
    THUMBNAIL(320);

    private final int widest;

    Rendition(int widest) {
        this.widest = widest;
    }

    int widest() {
        return widest;
    }

    static Optional<Rendition> find(String name) {
        return Arrays.stream(values())
                .filter(rendition -> rendition.toString().equals(name))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
