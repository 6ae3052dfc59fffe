// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.review;

import java.util.List;

/** What the stages of a review are called. */
public final class Stage {

    private static final List<String> ALL = List.of("初审", "复审", "终审");

    private Stage() {}

    /**
     * @param stage from 1
     * @param stages how many there are: the last one is 终审, and 复审 is there only between two others
     */
    public static String name(int stage, int stages) {
        return ALL.get(stage >= stages ? ALL.size() - 1 : stage - 1);
    }
}
