// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.upstream;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page of a list. */
public record ArticleList(List<Article> items, @Nullable String next) {

    /** What the next page is asked for with. */
    public Optional<String> cursor() {
        return Optional.ofNullable(next)
                .map(path -> URI.create(path).getRawQuery()) // decoded, a tag could look like another parameter
                .flatMap(query -> Arrays.stream(query.split("&"))
                        .filter(pair -> pair.startsWith("cursor="))
                        .map(pair -> pair.substring("cursor=".length()))
                        .findFirst());
    }
}
