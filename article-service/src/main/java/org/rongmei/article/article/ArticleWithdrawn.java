// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** It was public once. Neutral on purpose: why it went is nobody's business but the newsroom's. */
class ArticleWithdrawn extends Problem {

    ArticleWithdrawn() {
        super(410, "article-withdrawn", Sentence.of("这篇稿件已经撤下。", "This article has been withdrawn."));
    }
}
