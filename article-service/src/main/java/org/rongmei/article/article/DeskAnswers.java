// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rongmei.article.Caller;
import org.rongmei.article.ChinaDay;
import org.rongmei.article.article.ArticleView.Remarks;
import org.rongmei.article.proof.Hint;
import org.rongmei.article.proof.ProofReader;
import org.rongmei.article.revision.Revision;
import org.rongmei.kit.Problem;

/** What whoever works on an article gets back: the version worked on, and the tag to go on with. */
@ApplicationScoped
class DeskAnswers {

    @Inject
    ReadingRoom readingRoom;

    @Inject
    History history;

    @Inject
    PeopleCheck peopleCheck;

    @Inject
    ChinaDay china;

    Response written(Article article, Caller caller) {
        return written(Response.ok(), article, caller).build();
    }

    Response published(PublicationDesk.Published published, Caller caller, Locale language) {
        List<Problem.FieldError> warnings = published.doubts().stream()
                .map(doubt -> new Problem.FieldError(doubt.field(), doubt.why().in(language)))
                .toList();
        return written(Response.ok(), published.article(), caller)
                .entity(readingRoom.working(published.article(), Remarks.warnings(warnings)))
                .build();
    }

    /** Nobody is kept from handing in: the writer sees what a proof-reader would ask. */
    Response submitted(Article article, Caller caller, Locale language) {
        Revision.Text text = history.text(article);
        Manuscript manuscript = Manuscript.fromJson(text.manuscript());
        LocalDate today = china.today();
        List<Hint> found = new ArrayList<>(ProofReader.read(manuscript.lines(), text.body(), today));
        found.addAll(peopleCheck.read(manuscript, today));
        List<Hint.View> hints = found.stream().map(hint -> hint.in(language)).toList();
        return written(Response.ok(), article, caller)
                .entity(readingRoom.working(article, Remarks.hints(hints)))
                .build();
    }

    Response.ResponseBuilder written(Response.ResponseBuilder response, Article article, Caller caller) {
        return response.entity(readingRoom.working(article))
                .header(HttpHeaders.ETAG, readingRoom.etag(article, caller));
    }
}
