// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.section;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All sections, parents before their children. The tree is bounded, so there is no next page. */
@JsonbNillable
public record SectionList(List<SectionView> items, @Nullable String next) {

    static SectionList of(SectionTree tree) {
        return new SectionList(
                tree.inOrder().stream()
                        .map(section -> SectionView.of(section, tree))
                        .toList(),
                null);
    }
}
