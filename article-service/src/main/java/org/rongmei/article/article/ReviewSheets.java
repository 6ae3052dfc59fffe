// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rongmei.article.ArticleSettings;
import org.rongmei.article.audit.AuditEntries;
import org.rongmei.article.audit.AuditEntry;
import org.rongmei.article.review.Review;
import org.rongmei.article.review.Reviews;
import org.rongmei.article.revision.Revision;
import org.rongmei.article.section.Sections;
import org.rongmei.article.staff.StaffMembers;

/** Gathers what is to be on a review sheet. */
@ApplicationScoped
class ReviewSheets {

    private static final int AT_ONCE = 500;

    /** Beyond these the sheet would be a book; they can all be had one by one. */
    private static final int MOST_VERSIONS = 200;

    @Inject
    Articles articles;

    @Inject
    History history;

    @Inject
    Reviews reviews;

    @Inject
    AuditEntries audit;

    @Inject
    StaffMembers staff;

    @Inject
    Sections sections;

    @Inject
    ArticleSettings settings;

    /** @throws org.rongmei.kit.Problem 404 when there is no such article */
    @Transactional // one look at all of it
    public String of(String id) {
        Article article = articles.get(id);
        List<Revision> versions = history.of(article, 0, MOST_VERSIONS);
        List<Review> read = reviews.of(article.id());
        List<AuditEntry> done = everythingDone(article.id());
        Set<String> logins = new HashSet<>(article.writers());
        versions.forEach(version -> logins.add(version.login()));
        read.forEach(review -> logins.add(review.reviewer()));
        done.forEach(entry -> logins.add(entry.login()));
        return new ReviewSheet(settings.reviewStages(), sections.tree(), staff.find(logins))
                .html(article, history.text(article), versions, read, done);
    }

    private List<AuditEntry> everythingDone(long articleId) {
        List<AuditEntry> all = new ArrayList<>();
        long after = Long.MIN_VALUE;
        List<AuditEntry> page = audit.of(articleId, after, AT_ONCE);
        while (!page.isEmpty()) {
            all.addAll(page);
            after = page.get(page.size() - 1).id();
            page = audit.of(articleId, after, AT_ONCE);
        }
        return all;
    }
}
