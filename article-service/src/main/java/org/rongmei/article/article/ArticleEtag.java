// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import org.rongmei.article.section.SectionTree;

/**
 * An article's entity tag: its version, then the version of the tree, because the breadcrumb is part of the answer. A
 * writer has to know the first only: a renamed section is no reason to refuse an edit. For the newsroom each change is
 * a version; for readers only what they can see, so that a note in a review sends nobody the article again.
 */
final class ArticleEtag {

    private ArticleEtag() {}

    static String of(Article article, SectionTree tree, boolean staff) {
        return "\"" + (staff ? article.version() : article.shown()) + "-" + tree.version() + "\"";
    }

    static boolean isOf(Article article, String tag) {
        return tag.startsWith("\"" + article.version() + "-");
    }
}
