// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A change log that tells whatever it is told to, also what the real one would refuse. {@code POST} adds a line, and
 * {@code PUT} with {@code away} makes it answer 503 until it is put {@code back}.
 */
@WebServlet("/changes")
public class FakeArticles extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final int PAGE = 100;

    private final transient String log = UUID.randomUUID().toString();
    private final transient List<String> lines = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        lines.add(body(request));
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        away = body(request).equals("away");
    }

    private static String body(HttpServletRequest request) throws IOException {
        return new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (away) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        int after = Integer.parseInt(request.getParameter("after"));
        int last = Math.min(lines.size(), after + PAGE);
        StringBuilder page = new StringBuilder();
        for (int sequence = after + 1; sequence <= last; sequence++) {
            page.append(page.length() == 0 ? "" : ",").append(numbered(lines.get(sequence - 1), sequence));
        }
        String next = last < lines.size() ? "\"more\"" : "null";
        String answer = "{\"log\":\"" + log + "\",\"items\":[" + page + "],\"last\":" + lines.size() + ",\"next\":"
                + next + "}";
        response.setContentType("application/json");
        response.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
    }

    /** As it came, so that an escaped character arrives escaped. */
    private static String numbered(String line, int sequence) {
        return "{\"sequence\":" + sequence + "," + line.strip().substring(1);
    }
}
