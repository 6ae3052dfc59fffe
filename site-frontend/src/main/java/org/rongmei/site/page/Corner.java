// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some headlines under a heading, beside what a page is about. One without headlines is not shown. */
public record Corner(String id, String name, @Nullable String href, List<Headline> headlines, boolean ranked) {

    static Corner list(String id, String name, @Nullable String href, List<Headline> headlines) {
        return new Corner(id, name, href, headlines, false);
    }

    static Corner ranking(List<Headline> headlines) {
        return new Corner("most-read", "新闻排行", null, headlines, true);
    }
}
