// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.ArticleSettings;
import org.rongmei.article.Caller;
import org.rongmei.article.audit.AuditEntries;
import org.rongmei.article.review.ReviewRequest;
import org.rongmei.article.review.Reviews;
import org.rongmei.article.review.Verdict;
import org.rongmei.kit.Checked;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** 三审: a text is handed in, read by one person after the other, and approved or returned. */
@ApplicationScoped
@Transactional
class ReviewDesk {

    @Inject
    Articles articles;

    @Inject
    Reviews reviews;

    @Inject
    History history;

    @Inject
    AuditEntries audit;

    @Inject
    ArticleSettings settings;

    @Inject
    InstantSource clock;

    @Inject
    Checked checked;

    public Article submit(String id, @Nullable String ifMatch, Caller caller) {
        Article article = articles.get(id, ifMatch);
        article.submit();
        articles.flush();
        audit.add(article.id(), caller.login(), "submitted", null, Map.of("revision", history.last(article)));
        return article;
    }

    public Article takeBack(String id, @Nullable String ifMatch, Caller caller) {
        Article article = articles.get(id, ifMatch);
        article.takeBack();
        articles.flush();
        audit.add(article.id(), caller.login(), "taken-back", null, Map.of());
        return article;
    }

    public Article review(String id, @Nullable String ifMatch, ReviewRequest request, Caller caller) {
        Article article = articles.get(id, ifMatch);
        checked.valid(request);
        Verdict verdict = request.decided();
        if (verdict == Verdict.RETURN
                && (request.note() == null || request.note().isBlank())) {
            throw Problem.unprocessable("note", Sentence.of("退回要写明理由。", "Returning an article needs a reason."));
        }
        Progress progress = article.progress();
        int stage = article.requireReviewable();
        requireRole(stage, caller);
        reviews.add(
                article.id(),
                progress.round(),
                stage,
                article.writers(),
                verdict,
                caller.login(),
                request.note(),
                clock.instant());
        article.review(verdict, settings.reviewStages());
        articles.flush();
        audit.add(
                article.id(),
                caller.login(),
                verdict == Verdict.APPROVE ? "approved" : "returned",
                request.note(),
                Map.of(
                        "round", progress.round(),
                        "stage", stage,
                        "stages", settings.reviewStages(),
                        "revision", history.last(article)));
        return article;
    }

    /** 终审, the last one however many there are, is the editor-in-chief's (管理规定 第十一条). */
    private void requireRole(int stage, Caller caller) {
        if (stage > caller.lastReviewable(settings.reviewStages())) {
            throw new Problem(403, "last-stage", Sentence.of("终审须由总编辑进行。", "The last review needs a chief-editor."));
        }
    }
}
