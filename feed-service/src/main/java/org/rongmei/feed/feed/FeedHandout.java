// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.TransactionalException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongmei.feed.follow.ChangeFollower;
import org.rongmei.kit.Conditional;
import org.rongmei.kit.ContentCoding;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Problems;
import org.rongmei.kit.Sentence;

/** Hands out feeds over HTTP, and says in a sentence why it does not. */
@ApplicationScoped
public class FeedHandout {

    /** What answers a request, or refuses to. */
    public interface Answer {
        void give() throws IOException;
    }

    private static final System.Logger LOG = System.getLogger(FeedHandout.class.getName());
    private static final Jsonb JSON = JsonbBuilder.create();
    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final String PRIVATE = "private, no-store";
    /** RFC 3229: never reused without asking, and by nobody who does not know what an instance manipulation is. */
    private static final String NEWS_CACHING = "no-store, im";

    private static final int IM_USED = 226;
    /**
     * Within a second a feed may change twice, and a change may take a while to get here: a date counts, and is told, when
     * no other feed can have had it (RFC 9110, 8.8.2.2).
     */
    private static final Duration SETTLES = Duration.ofMinutes(1);

    @Inject
    FeedShelf shelf;

    @Inject
    ChangeFollower follower;

    @Inject
    InstantSource clock;

    /** Gives an answer to a GET or HEAD; what is thrown on the way becomes a problem. */
    public void answer(HttpServletRequest request, HttpServletResponse response, Answer answer) throws IOException {
        try {
            if (!METHODS.contains(request.getMethod())) {
                response.setHeader("Allow", "GET, HEAD");
                throw new Problem(405, "method-not-allowed", Sentence.of("这里只能读。", "This is for reading only."));
            }
            answer.give();
        } catch (FeedElsewhere elsewhere) {
            redirect(elsewhere, request, response);
        } catch (Problem problem) {
            refuse(problem, request, response);
        } catch (PersistenceException | TransactionalException e) {
            LOG.log(Level.WARNING, "The database did not answer", e);
            refuse(
                    new Problem(503, "database-away", Sentence.of("暂时不能服务，请稍后再来。", "Please come back soon."))
                            .retryAfter(Duration.ofSeconds(5)),
                    request,
                    response);
        }
    }

    private static void redirect(FeedElsewhere elsewhere, HttpServletRequest request, HttpServletResponse response) {
        String path = request.getRequestURI();
        String file = path.substring(path.lastIndexOf('/') + 1);
        String there = elsewhere.address().path(FeedFormat.find(file).orElse(FeedFormat.JSON));
        response.setStatus(elsewhere.status());
        response.setHeader(
                "Location",
                FeedFormat.find(file).isPresent() ? there : there.replace(FeedFormat.JSON.fileName(), file));
        if (isForAnybody(request)) {
            response.setHeader("Cache-Control", "public, max-age=30, s-maxage=30");
            response.setHeader("Access-Control-Allow-Origin", "*");
        } else {
            response.setHeader("Cache-Control", PRIVATE);
        }
    }

    /**
     * @return what has left, with a body: nothing after a 304
     * @throws Problem as {@link FeedEditor#compose} does
     */
    public Optional<Feed> send(FeedAddress.Document document, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        RenderedFeed feed = shelf.get(document);
        @Nullable String known = request.getHeader("If-None-Match");
        ContentCoding coding = feed.packed().coding(request.getHeader("Accept-Encoding"));
        boolean partner = document.feed().audience().partner();
        @Nullable String since = request.getHeader("If-Modified-Since");
        // A partner's feed also changes with the contract, which moves no date: there only the tag counts.
        @Nullable Instant date = partner ? null : settled(feed.lastModified());
        boolean unmodified = Conditional.isUnmodified(known, since, feed.etag(), date);
        response.setHeader("ETag", feed.packed().tag(coding));
        // curl drops a body whose date is not after the one it asked with, whatever the tags say. newsboat keeps the
        // tag of that body all the same, and would never see what was in it.
        if (date != null && (unmodified || !Conditional.isUnmodified(null, since, feed.etag(), date))) {
            response.setHeader("Last-Modified", feed.lastModifiedHeader());
        }
        response.setHeader("Cache-Control", isForAnybody(request) ? feed.caching() : PRIVATE);
        String vary = "Accept-Encoding, Sec-Fetch-Dest" + (partner ? ", Authorization" : "");
        response.setHeader("Vary", vary);
        if (!partner) {
            response.setHeader("Access-Control-Allow-Origin", "*");
        }
        follower.silence().ifPresent(silence -> response.setHeader("Age", String.valueOf(silence.toSeconds())));
        if (unmodified) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return Optional.empty();
        }
        if (known != null && wantsNews(request)) {
            Optional<RenderedFeed> news = shelf.getNews(document, feed, known);
            if (news.isPresent()) {
                response.setStatus(IM_USED);
                response.setHeader("IM", "feed");
                response.setHeader("Cache-Control", partner ? "private, " + NEWS_CACHING : NEWS_CACHING);
                response.setHeader("Vary", vary + ", A-IM, If-None-Match");
                write(news.get(), coding, request, response);
                return Optional.of(news.get().feed());
            }
        }
        write(feed, coding, request, response);
        return Optional.of(feed.feed());
    }

    private @Nullable Instant settled(Instant changed) {
        return changed.isBefore(clock.instant().minus(SETTLES)) ? changed : null;
    }

    private static boolean isForAnybody(HttpServletRequest request) {
        return request.getHeader("Authorization") == null;
    }

    private static void write(
            RenderedFeed feed, ContentCoding coding, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] bytes = feed.packed().body(coding);
        response.setContentType(type(feed, request.getHeader("Sec-Fetch-Dest")));
        response.setHeader("Content-Language", "zh-CN");
        if (coding != ContentCoding.IDENTITY) {
            response.setHeader("Content-Encoding", coding.token());
        }
        response.setBufferSize(bytes.length + 1); // Liberty sends what fills its buffer in chunks, without the length
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes); // to HEAD, the container sends nothing of it
    }

    /**
     * Chromium shows a feed that is called one as its source. The same bytes are XML as well, and XML is shown with its
     * style sheet. Only to who opens it as a page (Fetch Metadata, section 2.1): readers want the exact media type.
     */
    static String type(RenderedFeed feed, @Nullable String destination) {
        return "document".equals(destination) && feed.contentType().contains("+xml")
                ? "application/xml; charset=utf-8"
                : feed.contentType();
    }

    /**
     * Python's feedparser asks for news in every request, whatever program it works for; and rss2email, for one, takes 226
     * for an error, and would never see anything new again. They get what everybody gets who does not ask.
     */
    static boolean cannotTakeNews(@Nullable String userAgent) {
        return userAgent != null && (userAgent.startsWith("feedparser") || userAgent.startsWith("rss2email"));
    }

    private static boolean wantsNews(HttpServletRequest request) {
        return !cannotTakeNews(request.getHeader("User-Agent"))
                && Collections.list(request.getHeaders("A-IM")).stream().anyMatch(FeedHandout::namesFeed);
    }

    /** RFC 3229, section 10.5.3: a list with qualities, of which nothing means no. */
    static boolean namesFeed(String acceptedManipulations) {
        return Arrays.stream(acceptedManipulations.split(","))
                .map(each -> each.trim().split("\\s*;\\s*", -1))
                .anyMatch(each ->
                        each[0].equalsIgnoreCase("feed") && (each.length < 2 || !each[1].matches("[qQ]=0(\\.0*)?")));
    }

    private static void refuse(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Locale language = Problems.language(
                request.getHeader("Accept-Language") == null ? List.of() : Collections.list(request.getLocales()));
        byte[] body =
                JSON.toJson(problem.view(language, request.getRequestURI())).getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.status());
        response.setContentType("application/problem+json");
        response.setHeader("Content-Language", language.toLanguageTag());
        response.setHeader("Vary", "Accept-Language");
        if (problem.status() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"rongmei\"");
            response.addHeader("WWW-Authenticate", "Basic realm=\"rongmei\", charset=\"UTF-8\"");
        }
        if (isForAnybody(request)) {
            response.setHeader("Access-Control-Allow-Origin", "*");
        }
        response.setHeader(
                "Cache-Control", problem.status() == 410 && isForAnybody(request) ? "public, s-maxage=30" : "no-store");
        problem.retryAfter().ifPresent(pause -> response.setHeader("Retry-After", String.valueOf(pause.toSeconds())));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
