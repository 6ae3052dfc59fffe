// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.change;

import java.util.Locale;

/** What can happen to an article or a section in the eyes of a reader. */
public enum ChangeKind {
    PUBLISHED,
    UPDATED,
    CORRECTED,
    WITHDRAWN,
    /** Created or shown again. */
    SECTION_OPENED,
    SECTION_MOVED,
    SECTION_RENAMED,
    /** Deleted or hidden. */
    SECTION_CLOSED;

    /** As on the wire: {@code section-moved}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
