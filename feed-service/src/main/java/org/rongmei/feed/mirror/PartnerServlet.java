// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.mirror;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongmei.feed.PageLimit;
import org.rongmei.feed.delivery.DeliveryBook;
import org.rongmei.feed.delivery.Quotas;
import org.rongmei.feed.entry.Entry;
import org.rongmei.feed.feed.FeedAddress;
import org.rongmei.feed.feed.FeedFormat;
import org.rongmei.feed.feed.FeedHandout;
import org.rongmei.feed.feed.NinjsWriter;
import org.rongmei.feed.partner.Contract;
import org.rongmei.feed.partner.PartnerGate;
import org.rongmei.kit.Conditional;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** The door for partners. Who comes in is asked for a contract first, and nothing here is ever kept by a cache. */
@WebServlet("/partner/*")
public class PartnerServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private static final String NINJS_PAGE = "/ninjs.json";
    private static final String ARTICLES = "/articles/";
    private static final String NDJSON = "application/x-ndjson; charset=utf-8";

    @Inject
    transient PartnerGate gate;

    @Inject
    transient Quotas quotas;

    @Inject
    transient PartnerFeeds feeds;

    @Inject
    transient PartnerLog log;

    @Inject
    transient DeliveryBook book;

    @Inject
    transient FeedHandout handout;

    @Inject
    transient InstantSource clock;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("Vary", "Authorization");
        handout.answer(request, response, () -> {
            Contract contract = gate.admit(
                    request.getHeader("Authorization"), request.getRemoteUser(), request.isUserInRole("partner"));
            String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
            quotas.count(contract, poll(path, request));
            give(new Entitlement(contract), path, request, response);
        });
    }

    /** A document that changes, asked for by who has it. Everything else is asked for once. */
    private static Optional<String> poll(String path, HttpServletRequest request) {
        boolean changes = path.equals("/changes") || (path.startsWith("/sections/") && !path.contains("/archive/"));
        return Optional.of(path).filter(each -> changes && request.getHeader("If-None-Match") != null);
    }

    private void give(Entitlement entitlement, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (path.equals("/changes")) {
            giveChanges(entitlement, request, response);
        } else if (path.equals("/manifest")) {
            giveManifest(entitlement, request, response);
        } else if (path.startsWith(ARTICLES)) {
            giveArticle(entitlement, path.substring(ARTICLES.length()), request, response);
        } else if (path.endsWith(NINJS_PAGE)) {
            giveNinjsPage(entitlement, path, request, response);
        } else {
            FeedAddress.Document document = document(entitlement, path, request);
            Shipment shipment = shipment(entitlement, document.format().name().toLowerCase(Locale.ROOT));
            handout.send(document, request, response).ifPresent(feed -> note(request, () -> shipment.feed(feed)));
        }
    }

    private FeedAddress.Document document(Entitlement entitlement, String path, HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        boolean summary = query != null && Arrays.asList(query.split("&")).contains("content=summary");
        FeedAddress.Document document = FeedAddress.find(path, summary)
                .filter(found -> found.feed().subject() == FeedAddress.Subject.SECTION)
                .orElseThrow(PartnerServlet::notFound);
        feeds.require(entitlement, document.feed());
        return new FeedAddress.Document(document.feed().audience(entitlement.audience()), document.format());
    }

    private void giveNinjsPage(
            Entitlement entitlement, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String json = path.substring(0, path.length() - NINJS_PAGE.length() + 1) + FeedFormat.JSON.fileName();
        PartnerFeeds.NinjsPage page =
                feeds.ninjs(document(entitlement, json, request).feed());
        if (send(200, page.document(), request, response)) {
            note(request, () -> shipment(entitlement, "ninjs").feed(page.feed()));
        }
    }

    private void giveChanges(Entitlement entitlement, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int limit = PageLimit.of(request.getParameter("limit"));
        PartnerLog.Page page = log.after(entitlement, request.getParameter("after"), limit);
        if (send(200, ChangesWriter.page(page, limit), request, response)) {
            note(request, () -> shipment(entitlement, "changes").lines(page.lines()));
        }
    }

    private void giveArticle(
            Entitlement entitlement, String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        PartnerLog.Line line = log.get(entitlement, id);
        boolean gone = line.copy() == null;
        JsonObject document = line.copy() == null
                ? NinjsWriter.canceled(line.uri(), line.at())
                : line.copy().document();
        if (line.copy() != null) {
            response.setHeader("Repr-Digest", line.copy().digest());
        }
        if (send(gone ? 410 : 200, document, request, response)) {
            note(request, () -> shipment(entitlement, "article").lines(List.of(line)));
        }
    }

    /**
     * A line for each article, written as it goes: however many there are, none of them waits in memory. Not conditional:
     * it is read to the end to be compared.
     */
    private void giveManifest(Entitlement entitlement, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Instant begun = clock.instant();
        Position position = log.now(entitlement);
        response.setContentType(NDJSON);
        if (isHead(request)) {
            return;
        }
        OutputStream out = response.getOutputStream();
        long count = 0;
        String after = "";
        List<Entry> some = log.holdings(entitlement, after);
        while (!some.isEmpty()) {
            for (Entry entry : some) {
                Optional<Copy> copy = log.copy(entitlement, entry);
                if (copy.isPresent()) {
                    out.write(line(ChangesWriter.holding(copy.get())));
                    count++;
                }
                after = entry.articleId();
            }
            some = log.holdings(entitlement, after);
        }
        out.write(line(ChangesWriter.end(count, position)));
        out.flush();
        book.manifestRead(entitlement.contract().login(), position.news(), begun);
    }

    private static byte[] line(JsonObject object) {
        return (object + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Returns whether a body has left. */
    private static boolean send(
            int status, JsonObject document, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] bytes = document.toString().getBytes(StandardCharsets.UTF_8);
        String etag = Conditional.etag(bytes);
        response.setHeader("ETag", etag);
        if (status == 200 && Conditional.isUnmodified(request.getHeader("If-None-Match"), null, etag, null)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return false;
        }
        response.setStatus(status);
        response.setContentType(NinjsWriter.CONTENT_TYPE);
        response.setHeader("Content-Language", "zh-CN");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes); // to HEAD, the container sends nothing of it
        return true;
    }

    private static void note(HttpServletRequest request, Runnable shipment) {
        if (!isHead(request)) {
            shipment.run();
        }
    }

    private static boolean isHead(HttpServletRequest request) {
        return request.getMethod().equals("HEAD");
    }

    private Shipment shipment(Entitlement entitlement, String way) {
        return new Shipment(book, entitlement.contract().login(), way, clock.instant());
    }

    private static Problem notFound() {
        return new Problem(
                404,
                "not-found",
                Sentence.of(
                        "合作方在这里取栏目的订阅源、变更日志和清单。",
                        "Partners find the feeds of sections, the change log and the manifest here."));
    }
}
