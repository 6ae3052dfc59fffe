// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.SortedId;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** All imports there ever were. */
@ApplicationScoped
class Imports {

    @Inject
    EntityManager entityManager;

    ImportJob get(String id) {
        return SortedId.parse(id)
                .map(number -> entityManager.find(ImportJob.class, number))
                .orElseThrow(() -> new Problem(
                        404, "import-not-found", Sentence.of("没有编号为 %s 的导入。", "There is no import %s.", id)));
    }

    Optional<ImportJob> find(long id) {
        return Optional.ofNullable(entityManager.find(ImportJob.class, id));
    }

    /** Until the end of the transaction nobody else goes on with it. */
    ImportJob lock(long id) {
        return entityManager.find(ImportJob.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    void add(ImportJob job) {
        entityManager.persist(job);
    }

    void write(
            ImportJob job,
            Outcome outcome,
            @Nullable String uri,
            @Nullable String title,
            @Nullable Long article,
            List<Sentence> details) {
        entityManager.persist(new ImportLine(job.id(), job.count(outcome), outcome, uri, title, article, details));
    }

    /** Those after a line of that number; of one outcome only, or of all. */
    List<ImportReport.Line> lines(ImportJob job, @Nullable Outcome outcome, long after, int limit, Locale language) {
        return entityManager
                .createQuery(
                        "select l from ImportLine l where l.job = :job and l.number > :after"
                                + (outcome == null ? "" : " and l.outcome = '" + outcome + "'") + " order by l.number",
                        ImportLine.class)
                .setParameter("job", job.id())
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(line -> line.view(language))
                .toList();
    }
}
