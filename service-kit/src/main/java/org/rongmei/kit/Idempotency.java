// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first answer of an {@link Idempotent} request for a day. The answer is stored in the transaction that does
 * the work, so that there is never one without the other, not even after a crash.
 */
@Interceptor
@Idempotent
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class Idempotency {

    static final String HEADER = "Idempotency-Key";
    /** Where {@link Manners} leaves the hash of the body. */
    static final String BODY_DIGEST = "org.rongmei.kit.body-digest";

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int LONGEST_KEY = 200;
    private static final int ATTEMPTS = 3;

    @Inject
    HttpServletRequest request;

    @Inject
    Answers answers;

    @AroundInvoke
    public @Nullable Object once(InvocationContext call) throws Exception {
        @Nullable String key = request.getHeader(HEADER);
        if (key == null) {
            return call.proceed();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.badRequest(
                    HEADER,
                    Sentence.of("Idempotency-Key 应为 1 至 200 个字符。", "Idempotency-Key takes 1 to 200 characters."));
        }
        String scope = digest(request.getRemoteUser() + "\n" + request.getRequestURI() + "\n" + key);
        String body = String.valueOf(request.getAttribute(BODY_DIGEST));
        for (int attempt = 1; ; attempt++) {
            try {
                return answers.once(scope, body, () -> (Response) call.proceed());
            } catch (AnsweredMeanwhile e) {
                if (attempt == ATTEMPTS) {
                    throw new Problem(
                            409,
                            "in-progress",
                            Sentence.of("同一请求正在处理，请稍后再试。", "The same request is being processed; please try again."));
                }
            }
        }
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Conditional.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Somebody else took the same key between our look and our insert; the transaction must be begun anew. */
    static class AnsweredMeanwhile extends RuntimeException {
        AnsweredMeanwhile(Throwable cause) {
            super(cause);
        }
    }

    /** An answer as it is kept: enough to give it again to the letter. */
    public record KeptAnswer(
            int status,
            @Nullable String location,
            @Nullable String etag,
            @Nullable String body) {

        Response toResponse() {
            Response.ResponseBuilder response = Response.status(status);
            if (location != null) {
                response.header(HttpHeaders.LOCATION, location);
            }
            if (etag != null) {
                response.header(HttpHeaders.ETAG, etag);
            }
            if (body != null) {
                response.type("application/json").entity(body);
            }
            return response.build();
        }
    }

    /** The answers given in the last day, in the table {@code idempotency_key} of the service's own database. */
    @ApplicationScoped
    public static class Answers {

        private static final Jsonb JSON = JsonbBuilder.create();

        @Inject
        Instance<EntityManager> database;

        @Inject
        InstantSource clock;

        @Transactional
        public Response once(String scope, String body, Callable<Response> work) throws Exception {
            @Nullable Response before = find(scope, body);
            if (before != null) {
                return before;
            }
            reserve(scope, body);
            Response response = work.call();
            if (response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
                forget(scope);
                return response;
            }
            KeptAnswer answer = new KeptAnswer(
                    response.getStatus(),
                    response.getHeaderString(HttpHeaders.LOCATION),
                    response.getHeaderString(HttpHeaders.ETAG),
                    response.hasEntity() ? JSON.toJson(response.getEntity()) : null);
            keep(scope, answer);
            return answer.toResponse();
        }

        private @Nullable Response find(String scope, String body) {
            List<?> rows = database.get()
                    .createNativeQuery(
                            "select body_digest, answer from idempotency_key where scope = ?1 and kept_at > ?2")
                    .setParameter(1, scope)
                    .setParameter(2, utc(clock.instant().minus(KEPT)))
                    .getResultList();
            if (rows.isEmpty()) {
                return null;
            }
            Object[] row = (Object[]) rows.get(0);
            if (!body.equals(row[0])) {
                throw Problem.unprocessable(
                        HEADER,
                        Sentence.of(
                                "这个 Idempotency-Key 已经用于另一个请求正文。", "This Idempotency-Key was used with another body."));
            }
            return JSON.fromJson(text(row[1]), KeptAnswer.class).toResponse();
        }

        private void reserve(String scope, String body) {
            forgetOld(scope);
            try {
                database.get()
                        .createNativeQuery("insert into idempotency_key (scope, body_digest, answer, kept_at)"
                                + " values (?1, ?2, '', ?3)")
                        .setParameter(1, scope)
                        .setParameter(2, body)
                        .setParameter(3, utc(clock.instant()))
                        .executeUpdate();
            } catch (PersistenceException e) {
                throw new AnsweredMeanwhile(e);
            }
        }

        private void keep(String scope, KeptAnswer answer) {
            database.get()
                    .createNativeQuery("update idempotency_key set answer = ?1 where scope = ?2")
                    .setParameter(1, JSON.toJson(answer))
                    .setParameter(2, scope)
                    .executeUpdate();
        }

        private void forget(String scope) {
            database.get()
                    .createNativeQuery("delete from idempotency_key where scope = ?1")
                    .setParameter(1, scope)
                    .executeUpdate();
        }

        private void forgetOld(String scope) {
            database.get()
                    .createNativeQuery("delete from idempotency_key where scope = ?1 and kept_at <= ?2")
                    .setParameter(1, scope)
                    .setParameter(2, utc(clock.instant().minus(KEPT)))
                    .executeUpdate();
        }

        /** Throws away what is older than a day; whoever keeps the service's house calls it now and then. */
        @Transactional
        public int sweep() {
            return database.get()
                    .createNativeQuery("delete from idempotency_key where kept_at <= ?1")
                    .setParameter(1, utc(clock.instant().minus(KEPT)))
                    .executeUpdate();
        }

        private static OffsetDateTime utc(Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }

        /** H2 gives large text as a locator, PostgreSQL as the text itself. */
        private static String text(Object column) {
            try {
                return column instanceof Clob clob ? clob.getSubString(1, (int) clob.length()) : String.valueOf(column);
            } catch (SQLException e) {
                throw new PersistenceException("A kept answer cannot be read", e);
            }
        }
    }
}
