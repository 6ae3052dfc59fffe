// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.rongmei.article.revision.Revision;
import org.rongmei.article.revision.Revisions;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** What the text of an article was, version by version. */
@ApplicationScoped
class History {

    @Inject
    Revisions revisions;

    @Inject
    WorkingTexts workingTexts;

    /** What is worked on: the new version of what is published, where there is one. */
    Revision.Text text(Article article) {
        return workingTexts
                .find(article.id())
                .map(working -> new Revision.Text(
                        working.sectionId(), working.manuscript().toJson(), working.body(), working.isMinor()))
                .orElseGet(() -> new Revision.Text(
                        article.sectionId(), article.manuscript().toJson(), article.body(), false));
    }

    /** What nobody had changed before. */
    Revision first(Article article, Revision.Text before) {
        return Revision.first(article.id(), article.createdAt(), article.createdBy(), before);
    }

    /** The number of the version that is worked on. */
    int last(Article article) {
        return Math.max(1, revisions.last(article.id()));
    }

    List<Revision> of(Article article, int after, int limit) {
        List<Revision> found = revisions.of(article.id(), after, limit);
        return found.isEmpty() && after < 1 ? List.of(first(article, text(article))) : found;
    }

    /** @throws Problem 404 when there is no such version */
    Revision get(Article article, int number) {
        Optional<Revision> found = revisions.last(article.id()) == 0
                ? Optional.of(first(article, text(article))).filter(only -> number == 1)
                : revisions.find(article.id(), number);
        return found.orElseThrow(() ->
                new Problem(404, "no-such-revision", Sentence.of("稿件没有这一版。", "The article has no such version.")));
    }
}
