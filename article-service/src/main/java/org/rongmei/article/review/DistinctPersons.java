// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.review;

import java.util.Collection;
import java.util.List;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/**
 * 三审三校: no two stages of an article's review may be one person's (任何两个环节的审稿工作不能同时由一人担任), and nobody
 * reviews what they wrote. For the whole life of an article: whoever has read it as 初审 does not read it as 终审 next
 * time.
 */
final class DistinctPersons {

    private DistinctPersons() {}

    /** @throws Problem 409 */
    static void require(String reviewer, int stage, Collection<String> writers, List<Review> before) {
        if (writers.contains(reviewer)) {
            throw new Problem(
                    409, "own-article", Sentence.of("不能审自己写过或改过的稿件。", "Nobody reviews what they wrote or changed."));
        }
        boolean elsewhere =
                before.stream().anyMatch(review -> review.reviewer().equals(reviewer) && review.stage() != stage);
        if (elsewhere) {
            throw new Problem(
                    409, "second-stage", Sentence.of("同一人不能审同一稿件的两个环节。", "Nobody reviews two stages of one article."));
        }
    }
}
