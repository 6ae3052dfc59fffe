// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import static org.rongmei.article.change.ChangeKind.CORRECTED;
import static org.rongmei.article.change.ChangeKind.PUBLISHED;
import static org.rongmei.article.change.ChangeKind.UPDATED;
import static org.rongmei.article.change.ChangeKind.WITHDRAWN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.ArticleSettings;
import org.rongmei.article.Caller;
import org.rongmei.article.audit.AuditEntries;
import org.rongmei.article.audit.AuditEntry;
import org.rongmei.article.change.ChangeKind;
import org.rongmei.article.change.ChangeLog;
import org.rongmei.kit.Checked;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** What readers notice: publication, at once or at its time, withdrawal and correction. Each is a line of the log. */
@ApplicationScoped
@Transactional
class PublicationDesk {

    private static final Duration LONGEST_WAIT = Duration.ofDays(366);

    @Inject
    Articles articles;

    @Inject
    WorkingTexts workingTexts;

    @Inject
    CopyDesk copyDesk;

    @Inject
    ChangeLog changeLog;

    @Inject
    ArticleSettings settings;

    @Inject
    InstantSource clock;

    @Inject
    Checked checked;

    @Inject
    PublicationGate gate;

    @Inject
    AuditEntries audit;

    @Inject
    History history;

    /** An article that has been published or scheduled, and what somebody should look at all the same. */
    record Published(Article article, List<Objection> doubts) {}

    // The gate comes after the move, which may not be possible at all (what it refuses is rolled back), and before the
    // line of the log, whose counter nobody may hold while waiting for another service.
    public Published publish(String id, @Nullable String ifMatch, PublicationRequest request, Caller caller) {
        Article article = articles.get(id, ifMatch);
        checked.valid(request);
        Instant now = clock.instant();
        Instant at = request.at() == null ? null : request.at().truncatedTo(ChronoUnit.MICROS);
        List<Objection> doubts = List.of();
        if (Boolean.TRUE.equals(request.emergency())) {
            ChangeKind kind = publishAtOnce(article, request, now);
            doubts = gate.pass(article, article.manuscript(), now, request, caller.login());
            changeLog.articleChanged(kind, article.id());
        } else if (at != null && at.isAfter(now)) {
            requireSoon(at, now);
            article.schedule(at);
            doubts = gate.pass(article, manuscriptOnItsWay(article), at, request, caller.login());
        } else {
            requireReason(at, request);
            Optional<ChangeKind> kind = publish(article, now, at, request.reason());
            if (kind.isPresent()) {
                doubts = gate.pass(article, article.manuscript(), now, request, caller.login());
                changeLog.articleChanged(kind.get(), article.id());
            }
        }
        articles.flush();
        return new Published(article, doubts);
    }

    private Manuscript manuscriptOnItsWay(Article article) {
        return workingTexts.find(article.id()).map(WorkingText::manuscript).orElseGet(article::manuscript);
    }

    /** A date that far off is a slip of the pen. */
    private static void requireSoon(Instant at, Instant now) {
        if (at.isAfter(now.plus(LONGEST_WAIT))) {
            throw Problem.unprocessable(
                    "at", Sentence.of("最多可提前一年定时。", "An article is scheduled a year ahead at the most."));
        }
    }

    private void requireReason(@Nullable Instant backdatedTo, PublicationRequest request) {
        if (backdatedTo == null) {
            return;
        }
        if (backdatedTo.isBefore(CopyDesk.OLDEST)) {
            throw Problem.unprocessable("at", Sentence.of("at 太早了。", "at is too long ago."));
        }
        requireReason(request, Sentence.of("倒签日期要写明理由。", "Backdating needs a reason."));
    }

    static String requireReason(PublicationRequest request, Sentence otherwise) {
        if (request.reason() == null || request.reason().isBlank()) {
            throw Problem.unprocessable("reason", otherwise);
        }
        return request.reason();
    }

    private ChangeKind publishAtOnce(Article article, PublicationRequest request, Instant now) {
        String reason = requireReason(request, Sentence.of("紧急发布要写明理由。", "An emergency needs a reason."));
        if (request.at() != null) {
            throw Problem.unprocessable("at", Sentence.of("紧急发布即时生效，不带 at。", "An emergency is now: it takes no at."));
        }
        ChangeKind kind = kind(article);
        @Nullable WorkingText working = working(article);
        article.publishAtOnce(now, now.plus(settings.emergencyReviews()), reason, working);
        workingTexts.remove(working);
        return kind;
    }

    /** @return what happened; empty when it made no difference */
    private Optional<ChangeKind> publish(Article article, Instant now, @Nullable Instant at, @Nullable String why) {
        ChangeKind kind = kind(article);
        @Nullable WorkingText working = article.progress().isApproved() ? working(article) : null;
        if (!article.publish(now, at, why, working)) {
            return Optional.empty();
        }
        workingTexts.remove(working);
        return Optional.of(kind);
    }

    private static ChangeKind kind(Article article) {
        return article.isPublished() ? UPDATED : PUBLISHED;
    }

    private @Nullable WorkingText working(Article article) {
        @Nullable WorkingText working = workingTexts.find(article.id()).orElse(null);
        if (working != null) {
            copyDesk.requireFree(working.manuscript().aliases(), article.id());
        }
        return working;
    }

    /** Withdrawn from readers, whatever is on its way; what no reader has seen yet is only taken off the timetable. */
    public Article withdraw(String id, @Nullable String ifMatch, WithdrawalRequest request, Caller caller) {
        Article article = articles.get(id, ifMatch);
        if (Move.CANCEL.isPossible(article)) {
            article.cancelSchedule();
            audit.add(article.id(), caller.login(), "unscheduled", null, Map.of());
        } else {
            checked.valid(request);
            if (article.withdraw(request.reason(), clock.instant())) {
                audit.add(article.id(), caller.login(), "withdrawn", request.reason(), Map.of());
                changeLog.articleChanged(WITHDRAWN, article.id());
            }
        }
        articles.flush();
        return article;
    }

    public Article correct(String id, @Nullable String ifMatch, CorrectionRequest request, Caller caller) {
        Article article = articles.get(id, ifMatch);
        checked.valid(request);
        article.correct(request.text(), clock.instant());
        audit.add(article.id(), caller.login(), "corrected", null, Map.of("text", request.text()));
        changeLog.articleChanged(CORRECTED, article.id());
        articles.flush();
        return article;
    }

    public List<Long> due(int limit) {
        return articles.due(limit);
    }

    /** Published as of the second it was scheduled for, by whichever node is first. */
    public void publishDue(long id) {
        Article article = articles.hold(id);
        article.progress().scheduledFor().filter(at -> articles.isDue(id)).ifPresent(at -> {
            publish(article, at, null, null).ifPresent(kind -> {
                audit.add(id, AuditEntry.TIMETABLE, "published", null, Map.of("revision", history.last(article)));
                changeLog.articleChanged(kind, id);
            });
            articles.flush();
        });
    }
}
