// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rongmei.article.ArticleSettings;
import org.rongmei.article.audit.AuditEntries;
import org.rongmei.article.licence.Licensing;
import org.rongmei.article.source.SourceList;
import org.rongmei.article.source.SourceLists;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** What the law wants before a text is public, asked at its publication. The rules: {@code docs/desk-rules.md}. */
@ApplicationScoped
class PublicationGate {

    @Inject
    SourceLists sources;

    @Inject
    Licensing licensing;

    @Inject
    ArticleSettings settings;

    @Inject
    AuditEntries audit;

    @Inject
    History history;

    /**
     * Lets an article through, or does not. Whoever overrides says why, and that is kept.
     *
     * @param text what becomes public
     * @param at when it becomes so
     * @return what somebody should look at all the same
     * @throws Problem 409 that names everything that is missing, 422 for an override without a reason
     */
    List<Objection> pass(Article article, Manuscript text, Instant at, PublicationRequest request, String login) {
        Optional<SourceList> list = text.kind().equals(ArticleDraft.REPRINT) ? sources.latest() : Optional.empty();
        List<Objection> objections = new ArrayList<>(ReprintRule.objections(text, list.map(SourceList::table), at));
        List<Objection> doubts =
                new ArrayList<>(ReprintRule.doubt(text).stream().toList());
        (settings.isLicenceRequired() ? objections : doubts).addAll(licence(text, at));
        boolean overridden = !objections.isEmpty() && Boolean.TRUE.equals(request.override());
        if (!objections.isEmpty() && !overridden) {
            throw refusal(objections);
        }
        list.ifPresent(found -> article.letThroughBy(found.version()));
        note(article, request, login, list, objections, doubts, overridden);
        List<Objection> remaining = new ArrayList<>(objections);
        remaining.addAll(doubts);
        return remaining;
    }

    /** Of news only: the licence is one for news. */
    private List<Objection> licence(Manuscript text, Instant at) {
        if (!text.flags().newsInformation() || text.kind().equals(ArticleDraft.ADVERTORIAL)) {
            return List.of();
        }
        return licensing
                .licence()
                .flatMap(licence -> licence.objection(text.kind().equals(ArticleDraft.REPRINT), at))
                .map(why -> new Objection("kind", why))
                .stream()
                .toList();
    }

    private static Problem refusal(List<Objection> objections) {
        Problem problem =
                new Problem(409, "publication-gate", Sentence.of("稿件还不能发布。", "The article cannot be published yet."));
        objections.forEach(objection -> problem.about(objection.field(), objection.why()));
        return problem;
    }

    private void note(
            Article article,
            PublicationRequest request,
            String login,
            Optional<SourceList> list,
            List<Objection> objections,
            List<Objection> doubts,
            boolean overridden) {
        if (overridden) {
            PublicationDesk.requireReason(request, Sentence.of("越过关口要写明理由。", "An override needs a reason."));
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("revision", history.last(article));
        list.ifPresent(found -> details.put("sourceList", found.version()));
        if (request.at() != null) {
            details.put("publicationAt", request.at().toString());
        }
        if (Boolean.TRUE.equals(request.emergency())) {
            details.put("emergency", true);
        }
        if (overridden) {
            details.put("overridden", said(objections));
        }
        if (!doubts.isEmpty()) {
            details.put("warnings", said(doubts));
        }
        audit.add(
                article.id(),
                login,
                article.progress().scheduledFor().isPresent() ? "scheduled" : "published",
                request.reason(),
                details);
    }

    private static List<String> said(List<Objection> objections) {
        return objections.stream()
                .map(objection -> objection.field() + ": " + objection.why().chinese())
                .toList();
    }
}
