// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** What was asked for is at another address: for good (301), or until there is more (307). */
class FeedElsewhere extends Problem {

    private final FeedAddress address;

    private FeedElsewhere(int status, String name, Sentence sentence, FeedAddress address) {
        super(status, name, sentence);
        this.address = address;
    }

    static FeedElsewhere moved(FeedAddress to) {
        return new FeedElsewhere(
                301, "section-moved", Sentence.of("栏目已移到 %s。", "The section has moved to %s.", to.name()), to);
    }

    /** Archive documents link to the next one before it is full, and so for ever in the same way. */
    static FeedElsewhere notFullYet(FeedAddress subscription) {
        return new FeedElsewhere(
                307,
                "archive-not-full",
                Sentence.of("这一卷还没有满，请看订阅源。", "This archive document is not full yet; see the feed itself."),
                subscription);
    }

    FeedAddress address() {
        return address;
    }
}
