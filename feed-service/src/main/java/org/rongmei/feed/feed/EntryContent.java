// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import static org.rongmei.feed.entry.XmlText.legal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.rongmei.feed.entry.Story;

/**
 * The text of a story for those who read it elsewhere: complete with byline and notices, and with nothing in it that only
 * works on our own pages.
 */
final class EntryContent {

    /** article-service lets none of these in; should one come all the same, it does not leave. */
    private static final String FORBIDDEN =
            "script, style, object, embed, form, input, button, link, meta, base, noscript";

    private static final List<String> ADDRESSES = List.of("src", "href", "poster", "cite", "longdesc", "data");

    private EntryContent() {}

    static String html(Story story, String page) {
        Document document = Jsoup.parseBodyFragment(story.body() == null ? "" : story.body(), page);
        document.outputSettings().prettyPrint(false);
        Element body = document.body();
        body.select("hr.page-break, " + FORBIDDEN).remove();
        body.select("*").forEach(EntryContent::standAlone);
        prependByline(story, body);
        if (story.subtitle() != null) {
            body.prependElement("p").appendElement("strong").text(story.subtitle());
        }
        List<String> before = Notices.before(story);
        for (int last = before.size() - 1; last >= 0; last--) {
            body.prependElement("p").text(before.get(last));
        }
        Notices.after(story).forEach(notice -> body.appendElement("p").text(notice));
        strip(body);
        return body.html();
    }

    /** Makes every address absolute, and a picture that waits for a script (data-src) one that does not. */
    private static void standAlone(Element element) {
        List.copyOf(element.attributes().asList()).stream()
                .map(Attribute::getKey)
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("on"))
                .forEach(element::removeAttr);
        promote(element, "data-src", "src");
        promote(element, "data-original", "src");
        promote(element, "data-srcset", "srcset");
        promote(element, "data-poster", "poster");
        for (String name : ADDRESSES) {
            if (element.hasAttr(name)) {
                replace(element, name, address(element, name));
            }
        }
        if (element.hasAttr("srcset")) {
            replace(element, "srcset", candidates(element));
        }
    }

    private static void promote(Element element, String from, String to) {
        if (!element.attr(from).isBlank()) {
            element.attr(to, element.attr(from));
        }
        element.removeAttr(from);
    }

    private static String address(Element element, String name) {
        String address = element.absUrl(name);
        return address.toLowerCase(Locale.ROOT).matches("(?s)\\s*(javascript|vbscript|data):.*") ? "" : address;
    }

    /** HTML Living Standard, 4.8.4.2.1: addresses with a width or density each, behind commas. */
    private static String candidates(Element element) {
        List<String> absolute = new ArrayList<>();
        for (String candidate : element.attr("srcset").trim().split("\\s*,\\s+|(?<=\\s[0-9.]{1,9}[wx])\\s*,\\s*")) {
            String[] parts = candidate.trim().split("\\s+", 2);
            element.attr("data-one", parts[0]);
            String address = address(element, "data-one");
            if (!address.isEmpty()) {
                absolute.add(parts.length == 1 ? address : address + " " + parts[1]);
            }
        }
        element.removeAttr("data-one");
        return String.join(", ", absolute);
    }

    private static void replace(Element element, String name, String value) {
        if (value.isEmpty()) {
            element.removeAttr(name);
        } else {
            element.attr(name, value);
        }
    }

    /** Before jsoup writes it: what XML cannot carry would come out as a reference, and pass for legal text. */
    private static void strip(Element body) {
        body.nodeStream(TextNode.class).forEach(text -> text.text(legal(text.getWholeText())));
        body.select("*")
                .forEach(element ->
                        element.attributes().forEach(attribute -> attribute.setValue(legal(attribute.getValue()))));
    }

    /** Where Chinese newspapers have it: at the head of the first paragraph, or alone before what has none. */
    private static void prependByline(Story story, Element body) {
        String names = story.credits().stream()
                .collect(Collectors.groupingBy(
                        Story.Credit::role,
                        LinkedHashMap::new,
                        Collectors.mapping(Story.Credit::name, Collectors.joining("、"))))
                .entrySet()
                .stream()
                .map(role -> role.getKey() + role.getValue())
                .collect(Collectors.joining(" "));
        String dateline = story.dateline() == null ? "" : story.dateline();
        String byline = names.isEmpty() ? dateline : dateline + "（" + names + "）";
        if (byline.isEmpty()) {
            return;
        }
        @Nullable Element first = body.selectFirst("> p");
        if (first == null) {
            body.prependElement("p").text(byline);
        } else {
            first.prependText(byline);
        }
    }
}
