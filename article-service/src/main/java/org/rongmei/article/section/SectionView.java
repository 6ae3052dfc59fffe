// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.section;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.SortedId;
import org.rongmei.kit.Conditional;

/** A section as a client sees it; {@code parent} is the parent's path. See contracts/section.json. */
public record SectionView(
        String id,
        String path,
        String name,
        @Nullable String parent,
        int position,
        boolean hidden,
        List<SectionTree.Crumb> breadcrumb) {

    public static SectionView of(Section section, SectionTree tree) {
        return new SectionView(
                SortedId.format(section.id()),
                section.path().value(),
                section.name(),
                section.path().parent().map(SectionPath::value).orElse(null),
                section.position(),
                section.isHidden(),
                tree.breadcrumb(section.id()));
    }

    String etag() {
        return Conditional.etag(toString());
    }
}
