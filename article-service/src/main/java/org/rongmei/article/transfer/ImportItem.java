// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.article.ArticleDraft;
import org.rongmei.article.article.Intake;
import org.rongmei.article.media.PictureArchive;
import org.rongmei.kit.Sentence;

/** One thing that a file brings. */
sealed interface ImportItem {

    /** Characters that it holds in memory, whatever they are: all of a record is in its text. */
    default int size() {
        return toString().length();
    }

    /** An article, and what its reader had to leave out already. */
    record Story(ArticleDraft draft, Intake.Origin origin, List<Sentence> losses) implements ImportItem {}

    /** A section with its place; those above it come before. */
    record Place(@Nullable Long id, String path, String name, int position, boolean hidden) implements ImportItem {}

    /** A picture that articles after it show. */
    record Photograph(PictureArchive.Portable picture) implements ImportItem {}

    /** What cannot even be read as one of these. */
    record Unreadable(@Nullable String uri, @Nullable String title, Sentence why) implements ImportItem {}
}
