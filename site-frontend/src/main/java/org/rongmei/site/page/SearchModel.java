// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import java.util.List;
import java.util.Optional;

/**
 * What was looked for and what was found.
 *
 * @param notice instead of what was found, when nothing could be looked for
 */
public record SearchModel(String words, List<Hit> hits, Optional<String> older, String notice) {

    /** A headline with what was looked for marked in it: HTML that article-service has escaped. */
    public record Hit(Headline headline, String title, String text) {}
}
