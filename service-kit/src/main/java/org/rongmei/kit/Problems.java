// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Whatever goes wrong leaves as problem+json with a sentence, and never with a stack trace. */
@Provider
@ApplicationScoped
public class Problems implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(Problems.class.getName());
    private static final MediaType PROBLEM = new MediaType("application", "problem+json");
    private static final int DEEPEST = 20;
    /** Connection or database closed, broken or in use: H2 has states of its own for that. */
    private static final Set<String> H2_CLOSED = Set.of("90007", "90020", "90028", "90031", "90098", "90121");

    /** Bytes. What is written at once is larger than this sooner or later. */
    private static final long ALMOST_NOTHING = 2_000_000;

    private static final Duration SOON = Duration.ofSeconds(5);

    @Inject
    @ConfigProperty(name = "rongmei.data")
    Optional<String> data;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    @Override
    public Response toResponse(Throwable thrown) {
        Problem problem = problem(thrown);
        Response.ResponseBuilder response = Response.status(problem.status());
        if (thrown instanceof WebApplicationException refused) {
            copyHeader(refused.getResponse(), HttpHeaders.ALLOW, response);
        }
        if (problem.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"rongmei\", charset=\"UTF-8\"");
        }
        problem.retryAfter().ifPresent(pause -> response.header(HttpHeaders.RETRY_AFTER, pause.toSeconds()));
        Locale language = language(headers.getAcceptableLanguages());
        return response.type(PROBLEM)
                .language(language)
                .header(HttpHeaders.CACHE_CONTROL, problem.status() == 410 ? "public, s-maxage=30" : "no-store")
                .header(HttpHeaders.VARY, "Accept-Language")
                .entity(problem.view(language, uri.getRequestUri().getRawPath()))
                .build();
    }

    /** Gives a refusal that the container made without a body the body that all of them have. */
    void explain(ContainerRequestContext request, ContainerResponseContext response) {
        Locale language = language(request.getAcceptableLanguages());
        response.setEntity(
                refusal(response.getStatus())
                        .view(language, request.getUriInfo().getRequestUri().getRawPath()),
                new Annotation[0],
                PROBLEM);
        response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
    }

    /** The caller's language as far as we speak it; Chinese when nothing is said. */
    public static Locale language(List<Locale> acceptable) {
        for (Locale wanted : acceptable) {
            if (wanted.getLanguage().equals("zh")) {
                return Locale.SIMPLIFIED_CHINESE;
            }
            if (wanted.getLanguage().equals("en")) {
                return Locale.ENGLISH;
            }
        }
        return Locale.SIMPLIFIED_CHINESE;
    }

    private Problem problem(Throwable thrown) {
        // Ours first, however deep: a body that is too long reaches us as a JSON error that was caused by it.
        Optional<Problem> ours = causes(thrown)
                .filter(Problem.class::isInstance)
                .map(Problem.class::cast)
                .findFirst()
                .or(() -> causes(thrown).flatMap(cause -> known(cause).stream()).findFirst());
        if (ours.isPresent()) {
            return ours.get();
        }
        if (thrown instanceof WebApplicationException refused) {
            return refusal(refused.getResponse().getStatus());
        }
        if (thrown instanceof PersistenceException) {
            LOG.log(Level.WARNING, "The database did not answer", thrown);
            return unavailable();
        }
        // The container tells that a commit failed, and keeps to itself why.
        if (causes(thrown)
                .anyMatch(cause -> cause instanceof TransactionalException || cause instanceof RollbackException)) {
            LOG.log(Level.WARNING, "A commit failed", thrown);
            return isDiskFull() ? storageFull() : unavailable();
        }
        String incident = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "Incident " + incident, thrown);
        return new Problem(
                500,
                "internal-error",
                Sentence.of("服务器内部出错，已经记录在案，编号 %s。", "Something went wrong inside; it was recorded as %s.", incident));
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }

    private static Optional<Problem> known(Throwable cause) {
        if (cause instanceof OptimisticLockException) {
            return Optional.of(Conditional.stale());
        }
        if (cause instanceof JsonbException || cause instanceof JsonException) {
            return Optional.of(malformed());
        }
        return cause instanceof SQLException refused ? storage(refused) : Optional.empty();
    }

    /**
     * SQL states: class 23 is a constraint, which only a race gets as far as, because the rules are asked before; class
     * 08 is the connection, 53 and 57 PostgreSQL's resources and shutdown, 90xxx H2's own. */
    static Optional<Problem> storage(SQLException refused) {
        String state = refused.getSQLState() == null ? "" : refused.getSQLState();
        // H2 may have noticed in the background, and says no more than that it is closed: why is further down.
        if (state.equals("53100")
                || causes(refused)
                        .anyMatch(cause -> String.valueOf(cause.getMessage()).contains("No space left"))) {
            return Optional.of(storageFull());
        }
        if (state.startsWith("23")) {
            return Optional.of(new Problem(
                    409,
                    "changed-meanwhile",
                    Sentence.of(
                            "刚才有人同时改动了相关内容，请取得最新状态再试。",
                            "Somebody changed something that this depends on at the same moment; please look again.")));
        }
        boolean away = state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
        return away || H2_CLOSED.contains(state) ? Optional.of(unavailable()) : Optional.empty();
    }

    private boolean isDiskFull() {
        try {
            return data.isPresent() && Files.getFileStore(Path.of(data.get())).getUsableSpace() < ALMOST_NOTHING;
        } catch (IOException e) {
            return false;
        }
    }

    private static Problem storageFull() {
        return new Problem(507, "storage-full", Sentence.of("服务器磁盘已满，没有保存。", "The disk is full; nothing was stored."))
                .retryAfter(Duration.ofMinutes(1));
    }

    private static Problem unavailable() {
        return new Problem(
                        503,
                        "database-away",
                        Sentence.of("数据库暂时不可用，请稍后再试。", "The database is away; please try again soon."))
                .retryAfter(SOON);
    }

    static Problem malformed() {
        return new Problem(
                400,
                "malformed",
                Sentence.of("请求正文不是这里所要的 JSON。", "The request body is not the JSON that is wanted here."));
    }

    private static Problem refusal(int status) {
        return switch (status) {
            case 400 -> malformed();
            case 401 -> new Problem(401, "unauthorized", Sentence.of("请先登录。", "Please give your credentials."));
            case 403 -> new Problem(403, "forbidden", Sentence.of("您的角色不能做这件事。", "Your role does not allow this."));
            case 404 -> new Problem(404, "not-found", Sentence.of("这个地址没有内容。", "There is nothing at this address."));
            case 405 ->
                new Problem(
                        405,
                        "method-not-allowed",
                        Sentence.of("这个地址不支持这种操作。", "This address does not support this method."));
            case 406 ->
                new Problem(406, "not-acceptable", Sentence.of("没有您所要的格式。", "The wanted format is not on offer."));
            case 413 -> tooLarge();
            case 415 ->
                new Problem(
                        415,
                        "unsupported-media-type",
                        Sentence.of("这里不接受这种媒体类型。", "This media type is not accepted here."));
            default -> new Problem(status, "refused", Sentence.of("服务器拒绝了这个请求。", "The server refused this request."));
        };
    }

    static Problem tooLarge() {
        return new Problem(413, "content-too-large", Sentence.of("请求正文超过了大小限制。", "The request body is too large."));
    }

    private static void copyHeader(Response from, String name, Response.ResponseBuilder to) {
        @Nullable Object value = from.getHeaders().getFirst(name);
        if (value != null) {
            to.header(name, value);
        }
    }
}
