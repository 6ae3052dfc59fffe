// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.rongmei.article.Caller;
import org.rongmei.kit.Problem;

/** What whoever works on an article gets back: the version worked on, and the tag to go on with. */
@ApplicationScoped
class DeskAnswers {

    @Inject
    ReadingRoom readingRoom;

    Response written(Article article, Caller caller) {
        return written(Response.ok(), article, caller).build();
    }

    Response published(PublicationDesk.Published published, Caller caller, Locale language) {
        List<Problem.FieldError> warnings = published.doubts().stream()
                .map(doubt -> new Problem.FieldError(doubt.field(), doubt.why().in(language)))
                .toList();
        return written(Response.ok(), published.article(), caller)
                .entity(readingRoom.working(published.article(), warnings))
                .build();
    }

    Response.ResponseBuilder written(Response.ResponseBuilder response, Article article, Caller caller) {
        return response.entity(readingRoom.working(article))
                .header(HttpHeaders.ETAG, readingRoom.etag(article, caller));
    }
}
