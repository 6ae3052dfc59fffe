// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.Caller;
import org.rongmei.article.SortedId;
import org.rongmei.article.audit.AuditEntries;
import org.rongmei.article.revision.Revision;
import org.rongmei.article.revision.Revisions;
import org.rongmei.kit.Checked;

/** Where texts are written, before anybody reviews them. */
@ApplicationScoped
@Transactional
class Newsdesk {

    @Inject
    Articles articles;

    @Inject
    CopyDesk copyDesk;

    @Inject
    WorkingTexts workingTexts;

    @Inject
    History history;

    @Inject
    Revisions revisions;

    @Inject
    AuditEntries audit;

    @Inject
    PeopleCheck people;

    @Inject
    InstantSource clock;

    @Inject
    Checked checked;

    public Article draft(ArticleDraft sent, Caller caller) {
        ArticleDraft draft = people.signed(checked.valid(sent));
        Instant now = clock.instant();
        long id = SortedId.next(now);
        Article article = new Article(id, copyDesk.mintUri(id, now), caller.login(), now);
        write(article, draft);
        articles.add(article);
        articles.flush();
        audit.add(id, caller.login(), "drafted", null, noted(1, history.text(article)));
        return article;
    }

    /** What is published stays as it is: a new version of it begins, and goes through the reviews. */
    public Article revise(String id, @Nullable String ifMatch, ArticleDraft sent, Caller caller) {
        Article article = articles.get(id, ifMatch);
        ArticleDraft draft = people.signed(checked.valid(sent));
        Revision.Text before = history.text(article);
        article.revisedBy(caller.login());
        if (article.publishedAt().isEmpty()) {
            write(article, draft);
        } else {
            Body body = copyDesk.body(draft);
            Manuscript manuscript = copyDesk.manuscript(draft, body);
            copyDesk.requireFree(manuscript.aliases(), article.id());
            boolean minor = Boolean.TRUE.equals(draft.minor());
            // Before there is a row: the question for the section writes down what waits, and a row without one is
            // refused.
            long section = copyDesk.sectionId(draft);
            workingTexts.findOrAdd(article.id()).write(section, manuscript, body, minor);
        }
        articles.flush();
        keep(article, before, caller);
        return article;
    }

    /** What it was stays readable for the newsroom (互联网信息服务管理办法 第十四条). */
    private void keep(Article article, Revision.Text before, Caller caller) {
        Revision.Text after = history.text(article);
        if (!after.equals(before)) {
            revisions.add(article.id(), history.first(article, before), clock.instant(), caller.login(), after);
            audit.add(article.id(), caller.login(), "revised", null, noted(revisions.last(article.id()), after));
            noteLabels(
                    article, Manuscript.fromJson(before.manuscript()), Manuscript.fromJson(after.manuscript()), caller);
        }
    }

    /** 人工智能生成合成内容标识办法 第十条: nobody takes a label away unnoticed. The two others are labels as well. */
    private void noteLabels(Article article, Manuscript before, Manuscript after, Caller caller) {
        Set<String> removed = new TreeSet<>(before.labels());
        removed.removeAll(after.labels());
        if (!removed.isEmpty()) {
            audit.add(article.id(), caller.login(), "label-removed", null, Map.of("labels", removed));
        }
    }

    /** The digest binds the version to the chain: a text that somebody changes in the database has another. */
    private static Map<String, ?> noted(int revision, Revision.Text text) {
        return Map.of("revision", revision, "sha256", text.sha256());
    }

    private void write(Article article, ArticleDraft draft) {
        Body body = copyDesk.body(draft);
        Manuscript manuscript = copyDesk.manuscript(draft, body);
        copyDesk.requireFree(manuscript.aliases(), article.id());
        article.write(copyDesk.sectionId(draft), manuscript, body);
    }
}
