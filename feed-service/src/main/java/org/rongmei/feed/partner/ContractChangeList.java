// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.partner;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was done with a contract, the latest first. */
public record ContractChangeList(List<Item> items, @Nullable String next) {

    /** @param details what it was then: the contract as JSON, or the id of a credential */
    public record Item(Instant at, String by, String action, String details) {

        static Item of(ContractChange change) {
            return new Item(change.at(), change.by(), change.action(), change.details());
        }
    }
}
