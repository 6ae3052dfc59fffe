// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.transfer;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** How feeds write dates, links and texts. */
final class FeedText {

    private static final Pattern BLOCK = Pattern.compile("(?i)<(p|div|h[1-6]|ul|ol|table|blockquote|figure)[\\s>]");
    private static final List<Function<String, Instant>> DATES = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)),
            text -> OffsetDateTime.parse(
                            text, DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH))
                    .toInstant(),
            text -> LocalDateTime.parse(text, DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss"))
                    .toInstant(ZoneOffset.UTC));

    private FeedText() {}

    /** RFC 3339, RFC 822 as feeds have it, and WordPress's own in UTC. */
    static Optional<Instant> date(String text) {
        String stripped = text.strip();
        for (Function<String, Instant> format : DATES) {
            try {
                return Optional.of(format.apply(stripped));
            } catch (DateTimeException e) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** The path that a link had at its old site, with its query; empty for a front page and for what is no link. */
    static Optional<String> path(String link) {
        try {
            URI uri = URI.create(URI.create(link.strip()).toASCIIString());
            if (uri.getRawPath() == null || uri.getHost() == null) {
                return Optional.empty();
            }
            String path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
            return path.length() < 2 || !path.startsWith("/") ? Optional.empty() : Optional.of(path);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** WordPress stores paragraphs as lines and makes elements of them when it shows them. */
    static String paragraphs(String text) {
        if (text.isBlank() || BLOCK.matcher(text).find()) {
            return text;
        }
        StringBuilder html = new StringBuilder();
        for (String paragraph : text.strip().split("\\R\\s*\\R")) {
            html.append("<p>")
                    .append(paragraph.strip().replaceAll("\\R", "<br>"))
                    .append("</p>");
        }
        return html.toString();
    }

    static String plain(String html) {
        return Jsoup.parseBodyFragment(html).text();
    }

    static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
