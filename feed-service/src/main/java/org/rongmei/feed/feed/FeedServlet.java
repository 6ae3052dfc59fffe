// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Hands out feeds. A servlet rather than a resource, because here it shows: this is what pollers call all day. */
@WebServlet(urlPatterns = {"/rss.xml", "/atom.xml", "/feed.json", "/archive/*", "/sections/*", "/tags/*", "/authors/*"})
public class FeedServlet extends HttpServlet {

    @Inject
    transient FeedHandout handout;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        handout.answer(request, response, () -> handout.send(document(request), request, response));
    }

    /** Of the whole query only {@code content=summary} means anything: the rest must not fill the shelf. */
    private static FeedAddress.Document document(HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        boolean summary = query != null && Arrays.asList(query.split("&")).contains("content=summary");
        return FeedAddress.find(path(request), summary).orElseThrow(Nameplates::notFound);
    }

    private static String path(HttpServletRequest request) {
        @Nullable String info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }
}
