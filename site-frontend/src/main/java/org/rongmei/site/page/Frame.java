// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongmei.site.upstream.Imprint;
import org.rongmei.site.upstream.Section;

/** What is around every page: who we are, where one can go, which style sheet. */
public record Frame(
        Imprint imprint,
        List<Section> sections,
        String currentSection,
        String stylesheet,
        String script,
        @Nullable String logo,
        String today) {

    Frame in(String section) {
        return new Frame(imprint, sections, section, stylesheet, script, logo, today);
    }

    boolean isCurrent(Section section) {
        return currentSection.equals(section.path()) || currentSection.startsWith(section.path() + "/");
    }

    /** For templates, which leave out an attribute without a value. */
    public @Nullable String ariaCurrent(Section section) {
        return isCurrent(section) ? "page" : null;
    }
}
