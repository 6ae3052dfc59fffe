// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.wire;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rongmei.article.Answer;
import org.rongmei.article.Caller;
import org.rongmei.article.Limit;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** The change log over HTTP, and the bell that tells of it. */
@Path("/changes")
@RequestScoped
@PermitAll
@Tag(name = "changes", description = "What followers read: ordered, without gaps, without text of its own")
public class ChangesResource {

    @Inject
    Wire wire;

    @Inject
    ChangeStream stream;

    @Context
    SecurityContext security;

    @Context
    HttpHeaders headers;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What has changed since a sequence number; 410 for one that this log does not have")
    @APIResponseSchema(ChangesPage.class)
    public Response after(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        ChangesPage page = wire.after(sequence("after", after), Limit.of(limit), Caller.of(security));
        return Answer.page(headers, page, null)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=0, s-maxage=1")
                .build();
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "A bell: numbers, not news. Resumes by Last-Event-ID or ?after=")
    public void stream(
            @QueryParam("after") @Nullable String after,
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @Nullable String lastEventId,
            @Context SseEventSink sink,
            @Context Sse sse) {
        @Nullable String from = lastEventId == null ? after : lastEventId;
        stream.subscribe(sink, sse, from == null ? null : sequence("after", from));
    }

    private static long sequence(String field, @Nullable String text) {
        try {
            long sequence = text == null ? 0 : Long.parseLong(text);
            if (sequence >= 0) {
                return sequence;
            }
        } catch (NumberFormatException e) {
            throw bad(field);
        }
        throw bad(field);
    }

    private static Problem bad(String field) {
        return Problem.badRequest(
                field, Sentence.of("%s 应为不小于 0 的整数。", "%s takes a number that is not negative.", field));
    }
}
