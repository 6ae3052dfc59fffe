// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.SortedId;
import org.rongmei.kit.Sentence;
import org.rongmei.kit.Text;

/** What became of one item of a file. */
@Entity
@Table(name = "import_line")
@IdClass(ImportLine.Key.class)
class ImportLine {

    private static final int LONGEST_DETAIL = 2_000;
    private static final int LONGEST_TITLE = 200;

    record Key(long job, long number) {}

    @Id
    @Column(name = "job_id")
    private long job;

    @Id
    private long number;

    private String outcome = "";
    private String uri = "";
    private String title = "";

    @Column(name = "article_id")
    private @Nullable Long articleId;

    private String chinese = "";
    private String english = "";

    protected ImportLine() {} // for Jakarta Persistence

    /** @param number from 1, in the order of the file */
    ImportLine(
            long job,
            long number,
            Outcome outcome,
            @Nullable String uri,
            @Nullable String title,
            @Nullable Long articleId,
            List<Sentence> details) {
        this.job = job;
        this.number = number;
        this.outcome = outcome.toString();
        this.uri = cut(uri, LONGEST_DETAIL);
        this.title = cut(title, LONGEST_TITLE);
        this.articleId = articleId;
        this.chinese = cut(joined(details, Locale.SIMPLIFIED_CHINESE), LONGEST_DETAIL);
        this.english = cut(joined(details, Locale.ENGLISH), LONGEST_DETAIL);
    }

    private static String joined(List<Sentence> details, Locale language) {
        return String.join(
                " ", details.stream().map(detail -> detail.in(language)).toList());
    }

    /** What a broken file calls its items may hold anything: PostgreSQL refuses NUL and halves of characters. */
    private static String cut(@Nullable String text, int codePoints) {
        return (text == null ? "" : text)
                .codePoints()
                .filter(Text.Rule::isXmlCharacter)
                .limit(codePoints)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    ImportReport.Line view(Locale language) {
        return new ImportReport.Line(
                number,
                outcome,
                emptyToNull(uri),
                emptyToNull(title),
                articleId == null ? null : SortedId.format(articleId),
                emptyToNull(language.getLanguage().equals("en") ? english : chinese));
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
