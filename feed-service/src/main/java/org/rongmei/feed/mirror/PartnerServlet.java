// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.mirror;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rongmei.feed.feed.FeedAddress;
import org.rongmei.feed.feed.FeedHandout;
import org.rongmei.feed.partner.Contract;
import org.rongmei.feed.partner.PartnerGate;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** The door for partners. Who comes in is asked for a contract first, and nothing here is ever kept by a cache. */
@WebServlet("/partner/*")
public class PartnerServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient PartnerGate gate;

    @Inject
    transient PartnerFeeds feeds;

    @Inject
    transient FeedHandout handout;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("Vary", "Authorization");
        handout.answer(request, response, () -> {
            Contract contract = gate.admit(
                    request.getHeader("Authorization"), request.getRemoteUser(), request.isUserInRole("partner"));
            give(new Entitlement(contract), request, response);
        });
    }

    private void give(Entitlement entitlement, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        FeedAddress.Document document = FeedAddress.find(path, isSummary(request))
                .filter(found -> found.feed().subject() == FeedAddress.Subject.SECTION)
                .orElseThrow(PartnerServlet::notFound);
        feeds.require(entitlement, document.feed());
        handout.send(
                new FeedAddress.Document(document.feed().audience(entitlement.audience()), document.format()),
                request,
                response);
    }

    private static boolean isSummary(HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        return query != null && Arrays.asList(query.split("&")).contains("content=summary");
    }

    static Problem notFound() {
        return new Problem(
                404,
                "not-found",
                Sentence.of(
                        "合作方在这里取栏目的订阅源、变更日志和清单。",
                        "Partners find the feeds of sections, the change log and the manifest here."));
    }
}
