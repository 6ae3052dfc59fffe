// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.upstream;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A section as article-service gives it. See contracts/section.json. */
public record Section(
        String id, String path, String name, @Nullable String parent, boolean hidden, List<Article.Crumb> breadcrumb) {

    /** All of them. */
    public record Tree(List<Section> items) {

        public List<Section> topLevel() {
            return items.stream()
                    .filter(section -> section.parent() == null && !section.hidden())
                    .toList();
        }

        public List<Section> below(Section section) {
            return items.stream()
                    .filter(each -> section.path().equals(each.parent()) && !each.hidden())
                    .toList();
        }
    }
}
