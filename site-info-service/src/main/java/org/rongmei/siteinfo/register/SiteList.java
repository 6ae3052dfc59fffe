// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sites that have a register. */
@JsonbNillable
public record SiteList(List<Item> items, @Nullable String next) {

    /** A site by its name in the register. */
    public record Item(String site, String name, List<String> hosts) {}
}
