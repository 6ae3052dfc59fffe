// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in the head of a page: for browsers, search engines and feed readers. */
public record Head(
        String title,
        @Nullable String description,
        String canonical,
        @Nullable String image,
        @Nullable String linkedData,
        List<FeedLink> feeds) {

    /** A feed that a reader of this page may want: one of these per feed and format. */
    public record FeedLink(String type, String title, String href) {}
}
