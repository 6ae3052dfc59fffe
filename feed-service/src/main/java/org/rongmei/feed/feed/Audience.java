// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import java.util.Set;
import org.rongmei.feed.entry.Entry;
import org.rongmei.feed.entry.Story;

/**
 * For whom a feed is made: everybody, or those partners who may have the same kinds of articles in the same fullness.
 *
 * @param partner whether it is partners; they also get what a reprint needs
 * @param kinds that a partner may have; of no importance for the public
 * @param full whether the text of what is reserved for partners is included
 */
public record Audience(boolean partner, Set<String> kinds, boolean full) {

    public static final Audience PUBLIC = new Audience(false, Set.of(), false);

    public Audience {
        kinds = Set.copyOf(kinds);
    }

    public static Audience partners(Set<String> kinds, boolean full) {
        return new Audience(true, kinds, full);
    }

    boolean takes(Entry entry) {
        return !partner || kinds.contains(entry.kind());
    }

    /** What nobody may have in full, a partner may not either. */
    boolean mayHaveTextOf(Story story) {
        return story.isForEverybody() || (full && story.isForPartners());
    }
}
