// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.rongmei.feed.FeedSettings;

/** Who comes to {@code /feeds/} with a browser wants to know how to subscribe: the site says that. */
@WebServlet("")
public class SubscribeServlet extends HttpServlet {

    @Inject
    transient FeedSettings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", settings.siteUrl() + "/subscribe/");
        response.setHeader("Cache-Control", "public, max-age=300, s-maxage=30");
    }
}
