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
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.ArticleSettings;
import org.rongmei.article.Caller;
import org.rongmei.article.SortedId;
import org.rongmei.article.change.ChangeLog;
import org.rongmei.article.media.Pictures;
import org.rongmei.article.section.SectionPath;
import org.rongmei.article.section.SectionTree;
import org.rongmei.article.section.Sections;
import org.rongmei.kit.Checked;
import org.rongmei.kit.Conditional;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;
import org.rongmei.kit.Text;

/** What an editor can do with an article. Whatever readers would notice also goes into the change log. */
@ApplicationScoped
@Transactional
class Newsdesk {

    /** Older than any newspaper that could be put in. */
    private static final Instant OLDEST = Instant.parse("1600-01-01T00:00:00Z");

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    @Inject
    Articles articles;

    @Inject
    Sections sections;

    @Inject
    Pictures pictures;

    @Inject
    ChangeLog changeLog;

    @Inject
    InstantSource clock;

    @Inject
    Checked checked;

    @Inject
    ArticleSettings settings;

    public Article draft(ArticleDraft draft, Caller caller) {
        checked.valid(draft);
        Instant now = clock.instant();
        long id = SortedId.next(now);
        Article article = new Article(id, mintUri(id, now), caller.login(), now);
        write(article, draft);
        articles.add(article);
        articles.flush();
        return article;
    }

    /** RFC 4151. Minted once, for the authority and the date of this day; stored, never recomputed. */
    private String mintUri(long id, Instant now) {
        return "tag:" + settings.uriAuthority() + "," + LocalDate.ofInstant(now, BEIJING) + ":" + SortedId.format(id);
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
        Body body = body(draft);
        Manuscript manuscript = manuscript(draft, body);
        requireFree(manuscript.aliases(), article.id());
        boolean minor = Boolean.TRUE.equals(draft.minor());
        if (article.revise(sectionId(draft), manuscript, body, minor, clock.instant())) {
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
        if (at.isBefore(OLDEST)) {
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
        Body body = body(draft);
        Manuscript manuscript = manuscript(draft, body);
        requireFree(manuscript.aliases(), article.id());
        article.write(sectionId(draft), manuscript, body);
    }

    /** An old address leads to one article. */
    private void requireFree(List<String> aliases, long articleId) {
        articles.findTakenAlias(aliases, articleId).ifPresent(taken -> {
            throw Problem.unprocessable(
                    "aliases", Sentence.of("旧地址 %s 已属于另一篇稿件。", "The old path %s belongs to another article.", taken));
        });
    }

    private static Body body(ArticleDraft draft) {
        Body body = Body.clean(draft.body() == null ? "" : draft.body());
        // Once more after parsing: HTML can spell a control character as a reference.
        if (!Text.Rule.isXml(body.text())) {
            throw Problem.unprocessable(
                    "body", Sentence.of("正文含有 XML 不允许的字符。", "The body contains a character that XML forbids."));
        }
        return body;
    }

    private Manuscript manuscript(ArticleDraft draft, Body body) {
        pictures.requireAll(
                "images", draft.imagesOrEmpty().stream().map(ImageUse::id).toList());
        pictures.requireAll("body", body.pictures());
        if (draft.credits() != null) {
            return Manuscript.of(draft, new Byline(draft.dateline(), draft.credits()));
        }
        return Manuscript.of(
                draft,
                body.takeByline()
                        .map(found -> draft.dateline() == null ? found : new Byline(draft.dateline(), found.credits()))
                        .orElseGet(() -> new Byline(draft.dateline(), List.of())));
    }

    private long sectionId(ArticleDraft draft) {
        SectionTree tree = sections.tree();
        return tree.find(new SectionPath(draft.section()))
                .filter(sections::hold)
                .orElseThrow(() -> Problem.unprocessable(
                        "section", Sentence.of("没有栏目 %s。", "There is no section %s.", draft.section())))
                .id();
    }
}
