// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.article.ArticleView;
import org.rongmei.article.section.SectionView;

/** A line of the log with the article or section as it is now; absent when there is none to be seen any more. */
public record ChangeItem(
        long sequence,
        String kind,
        @Nullable String articleId,
        @Nullable String sectionId,
        Instant at,
        @Nullable ArticleView article,
        @Nullable SectionView section) {}
