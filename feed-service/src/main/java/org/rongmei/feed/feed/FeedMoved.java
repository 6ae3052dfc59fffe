// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** The section of this feed has another path now. */
class FeedMoved extends Problem {

    private final String sectionPath;

    FeedMoved(String sectionPath) {
        super(301, "section-moved", Sentence.of("栏目已移到 %s。", "The section has moved to %s.", sectionPath));
        this.sectionPath = sectionPath;
    }

    String sectionPath() {
        return sectionPath;
    }
}
