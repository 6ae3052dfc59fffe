// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.SortedId;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;
import org.rongmei.kit.Text;

/** All imports there ever were. */
@ApplicationScoped
class Imports {

    private static final int LONGEST_DETAIL = 4_000;
    private static final int LONGEST_TITLE = 200;

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
        entityManager
                .createNativeQuery("insert into import_line (job_id, number, outcome, uri, title, article_id, chinese,"
                        + " english) values (?1, ?2, ?3, ?4, ?5, cast(nullif(?6, -1) as bigint), ?7, ?8)")
                .setParameter(1, job.id())
                .setParameter(2, job.count(outcome))
                .setParameter(3, outcome.toString())
                .setParameter(4, cut(uri == null ? "" : uri))
                .setParameter(5, cut(title == null ? "" : title.substring(0, Math.min(LONGEST_TITLE, title.length()))))
                .setParameter(6, article == null ? -1L : article)
                .setParameter(7, cut(joined(details, Locale.SIMPLIFIED_CHINESE)))
                .setParameter(8, cut(joined(details, Locale.ENGLISH)))
                .executeUpdate();
    }

    private static String joined(List<Sentence> details, Locale language) {
        return String.join(
                " ", details.stream().map(detail -> detail.in(language)).toList());
    }

    /** What a broken file calls its items may hold anything: PostgreSQL refuses NUL and halves of characters. */
    private static String cut(String text) {
        return text.codePoints()
                .filter(Text.Rule::isXmlCharacter)
                .limit(LONGEST_DETAIL / 2)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    List<ImportReport.Line> lines(ImportJob job, @Nullable Outcome outcome, long after, int limit, Locale language) {
        String detail = language.getLanguage().equals("en") ? "english" : "chinese";
        String only = outcome == null ? "" : " and outcome = '" + outcome + "'";
        Query query = entityManager
                .createNativeQuery("select number, outcome, uri, title, article_id, " + detail
                        + " from import_line where job_id = ?1 and number > ?2" + only + " order by number limit "
                        + limit)
                .setParameter(1, job.id())
                .setParameter(2, after);
        return ((List<?>) query.getResultList())
                .stream().map(row -> line((Object[]) row)).toList();
    }

    private static ImportReport.Line line(Object[] row) {
        return new ImportReport.Line(
                ((Number) row[0]).longValue(),
                (String) row[1],
                emptyToNull(row[2]),
                emptyToNull(row[3]),
                row[4] == null ? null : SortedId.format(((Number) row[4]).longValue()),
                emptyToNull(row[5]));
    }

    private static @Nullable String emptyToNull(@Nullable Object column) {
        return column == null || column.toString().isEmpty() ? null : column.toString();
    }
}
