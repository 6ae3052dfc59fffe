// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import java.util.function.Consumer;
import org.rongmei.siteinfo.Finding;

/** What one authority, or one law, wants of a page. Looks at it in time that grows with its length and no faster. */
interface Rule {
    void look(Page page, Occasion occasion, Consumer<Finding> found);
}
