// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import static org.rongmei.article.change.ChangeKind.PUBLISHED;
import static org.rongmei.article.change.ChangeKind.UPDATED;
import static org.rongmei.article.change.ChangeKind.WITHDRAWN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.Caller;
import org.rongmei.article.SortedId;
import org.rongmei.article.change.ChangeLog;
import org.rongmei.kit.Checked;
import org.rongmei.kit.Conditional;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** What an editor can do with an article. Whatever readers would notice also goes into the change log. */
@ApplicationScoped
@Transactional
class Newsdesk {

    @Inject
    Articles articles;

    @Inject
    CopyDesk copyDesk;

    @Inject
    ChangeLog changeLog;

    @Inject
    InstantSource clock;

    @Inject
    Checked checked;

    public Article draft(ArticleDraft draft, Caller caller) {
        checked.valid(draft);
        Instant now = clock.instant();
        long id = SortedId.next(now);
        Article article = new Article(id, copyDesk.mintUri(id, now), caller.login(), now);
        write(article, draft);
        articles.add(article);
        articles.flush();
        return article;
    }

    public Article revise(String id, @Nullable String ifMatch, ArticleDraft draft, Caller caller) {
        Article article = forWriting(id, ifMatch);
        if (article.isPublished() && !caller.isChiefEditor()) {
            throw new Problem(
                    403,
                    "published-is-for-chief-editors",
                    Sentence.of("已发布的稿件只有总编辑可以修改。", "Only a chief-editor may change what is published."));
        }
        checked.valid(draft);
        Body body = copyDesk.body(draft);
        Manuscript manuscript = copyDesk.manuscript(draft, body);
        copyDesk.requireFree(manuscript.aliases(), article.id());
        boolean minor = Boolean.TRUE.equals(draft.minor());
        if (article.revise(copyDesk.sectionId(draft), manuscript, body, minor, clock.instant())) {
            changeLog.articleChanged(UPDATED, article.id());
        }
        articles.flush();
        return article;
    }

    public Article publish(String id, @Nullable String ifMatch, PublicationRequest request) {
        Article article = forWriting(id, ifMatch);
        checked.valid(request);
        Instant now = clock.instant();
        if (article.publish(now, backdatedTo(request, now), request.reason())) {
            changeLog.articleChanged(PUBLISHED, article.id());
        }
        articles.flush();
        return article;
    }

    private static @Nullable Instant backdatedTo(PublicationRequest request, Instant now) {
        Instant at = request.at();
        if (at == null) {
            return null;
        }
        if (at.isAfter(now)) {
            throw Problem.unprocessable(
                    "at",
                    Sentence.of("at 不能在将来：这里还不能定时发布。", "at cannot be in the future: there is no scheduling yet."));
        }
        if (at.isBefore(CopyDesk.OLDEST)) {
            throw Problem.unprocessable("at", Sentence.of("at 太早了。", "at is too long ago."));
        }
        if (request.reason() == null || request.reason().isBlank()) {
            throw Problem.unprocessable("reason", Sentence.of("倒签日期要写明理由。", "Backdating needs a reason."));
        }
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    public Article withdraw(String id, @Nullable String ifMatch, WithdrawalRequest request) {
        Article article = forWriting(id, ifMatch);
        checked.valid(request);
        if (article.withdraw(request.reason(), clock.instant())) {
            changeLog.articleChanged(WITHDRAWN, article.id());
        }
        articles.flush();
        return article;
    }

    /** Preconditions come before the body is judged. */
    private Article forWriting(String id, @Nullable String ifMatch) {
        Article article = articles.get(id);
        Conditional.requireMatch(ifMatch, tag -> ArticleEtag.isOf(article, tag));
        return article;
    }

    private void write(Article article, ArticleDraft draft) {
        Body body = copyDesk.body(draft);
        Manuscript manuscript = copyDesk.manuscript(draft, body);
        copyDesk.requireFree(manuscript.aliases(), article.id());
        article.write(copyDesk.sectionId(draft), manuscript, body);
    }
}
