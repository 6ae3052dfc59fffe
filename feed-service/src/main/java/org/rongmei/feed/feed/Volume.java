// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

/**
 * The places that an archive document covers (RFC 5005, section 4). A document is called by its last place and goes back
 * to the first of its volume: {@code archive/137} has the places 101 to 137. The next arrival is in {@code archive/138},
 * and in {@code archive/150} when the volume is full; each of them has the same entries for ever, so that no reader who
 * follows the links until it meets an address it knows can miss one.
 */
record Volume(long first, long last) {

    /** Entries. 200,000 of them are 4,000 documents, and each of these is about as large as the feed itself. */
    static final int SIZE = 50;

    static Volume endingAt(long last) {
        return new Volume((last - 1) / SIZE * SIZE + 1, last);
    }

    boolean isFull() {
        return last % SIZE == 0;
    }

    /** The last place of the volume before, 0 when this is the oldest. */
    long older() {
        return first - 1;
    }

    /** The last place of the volume after, 0 when this one is not full. */
    long newer() {
        return isFull() ? last + SIZE : 0;
    }

    /** Whether it is the one that is being filled, after so many arrivals. */
    boolean isToBeFilled(long arrivals) {
        return isFull() && first <= arrivals + 1 && last > arrivals;
    }
}
