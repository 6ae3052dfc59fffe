// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** There is no such article, or none that the caller may know of: from outside both look the same. */
public class ArticleNotFound extends Problem {

    public ArticleNotFound(String id) {
        super(404, "article-not-found", Sentence.of("没有编号为 %s 的稿件。", "There is no article %s.", id));
    }
}
