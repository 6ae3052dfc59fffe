// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list, newest first; {@code next} is the path of the one after it. */
public record ArticlePage(
        List<ArticleView> items,
        @JsonbProperty(nillable = true) @Nullable String next) {}
