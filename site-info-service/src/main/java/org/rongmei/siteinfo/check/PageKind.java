// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import java.util.Arrays;
import org.rongmei.siteinfo.Finding;
import org.rongmei.siteinfo.Severity;

/** What kind of page it is. The laws speak of the home page; what is wrong elsewhere only is a warning. */
enum PageKind {
    HOME,
    ARTICLE,
    OTHER;

    /** @param name one of those in {@link PageQuestion} */
    static PageKind of(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(OTHER);
    }

    /** One step less than on a home page: an error is a warning elsewhere, a warning a hint. */
    Finding weigh(Finding ofHome) {
        if (this == HOME) {
            return ofHome;
        }
        return ofHome.as(ofHome.isError() ? Severity.WARNING : Severity.INFO);
    }
}
