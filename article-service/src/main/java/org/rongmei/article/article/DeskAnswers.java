// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.rongmei.article.Caller;

/** What whoever works on an article gets back: the version worked on, and the tag to go on with. */
@ApplicationScoped
class DeskAnswers {

    @Inject
    ReadingRoom readingRoom;

    Response written(Article article, Caller caller) {
        return written(Response.ok(), article, caller).build();
    }

    Response.ResponseBuilder written(Response.ResponseBuilder response, Article article, Caller caller) {
        return response.entity(readingRoom.working(article))
                .header(HttpHeaders.ETAG, readingRoom.etag(article, caller));
    }
}
