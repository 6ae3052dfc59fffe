// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import java.util.List;
import java.util.Optional;

/** What the front page shows. */
public record HomeModel(
        Optional<Headline> lead, List<Headline> latest, List<Block> blocks, List<Headline> pictures, Corner mostRead) {

    /** A section's corner of the front page. */
    public record Block(String name, String href, List<Headline> headlines) {}
}
