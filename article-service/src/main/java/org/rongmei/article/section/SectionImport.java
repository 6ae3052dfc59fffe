// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.section;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Problem;

/** Opens sections that an import brings. Within the caller's transaction: a refused one must not roll it back. */
@ApplicationScoped
public class SectionImport {

    @Inject
    Sections sections;

    @Inject
    SectionOpening opening;

    /**
     * @param id the one that it had elsewhere, kept when it is free
     * @return false when there is one at this path already, which is left as it is
     * @throws Problem as for a section that is opened by hand
     */
    public boolean open(@Nullable Long id, String path, String name, int position, boolean hidden) {
        SectionTree tree = sections.forChange();
        if (tree.find(new SectionPath(path)).isPresent()) {
            return false;
        }
        boolean free = id != null && tree.find(id).isEmpty();
        opening.open(
                tree,
                free ? id : opening.newId(),
                new SectionPath(path),
                new SectionDraft(name, position, hidden, null));
        return true;
    }
}
