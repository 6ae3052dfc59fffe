// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * The HTML of an article after it has passed our door: only elements that a feed reader and a strict content policy can
 * show, no style, no script, pictures from our own store or by https.
 */
final class Body {

    /** Goes up whenever the rules below change, so that old articles can be cleaned again. */
    static final int POLICY = 1;

    static final String PAGE_BREAK = "page-break";

    private static final Pattern PICTURE = Pattern.compile("https://\\S+|/content/media/[0-9a-z]{13}/[a-z]+");
    private static final Pattern LINK = Pattern.compile("(?i)(https?://|mailto:|tel:|/(?!/)|#)\\S*");
    private static final String BLANKS = " \\t\\r\\n\\u00a0\\u3000";
    private static final Pattern LEADING = Pattern.compile("^[" + BLANKS + "]+");
    private static final Pattern TRAILING = Pattern.compile("[" + BLANKS + "]+$");

    private static final Safelist SAFE = new Safelist()
            .addTags(
                    "p",
                    "br",
                    "hr",
                    "h2",
                    "h3",
                    "h4",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "blockquote",
                    "q",
                    "cite",
                    "figure",
                    "figcaption",
                    "img",
                    "a",
                    "strong",
                    "b",
                    "em",
                    "i",
                    "u",
                    "s",
                    "mark",
                    "small",
                    "sub",
                    "sup",
                    "ruby",
                    "rt",
                    "rp",
                    "code",
                    "pre",
                    "table",
                    "caption",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "th",
                    "td",
                    "time",
                    "abbr")
            .addAttributes("hr", "class")
            .addAttributes("img", "src", "alt", "width", "height", "title")
            .addAttributes("a", "href", "title")
            .addAttributes("th", "colspan", "rowspan", "scope")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("ol", "start")
            .addAttributes("time", "datetime")
            .addAttributes("abbr", "title");

    /** What becomes something else, or says nothing: no reader misses it. */
    private static final Set<String> RENAMED = Set.of("div", "section", "article", "span", "font", "h1", "p");

    private final Element root;

    private Body(Element root) {
        this.root = root;
    }

    static Body clean(String html) {
        Document dirty = Jsoup.parseBodyFragment(html);
        dirty.select("h1").tagName("h2");
        dirty.select("div, section, article").forEach(Body::blockToParagraph);
        // Lazy-loading scripts park the address elsewhere; no feed reader runs them.
        dirty.select("img[data-src]").forEach(image -> image.attr("src", image.attr("data-src")));
        Document clean = new Cleaner(SAFE).clean(dirty);
        clean.outputSettings().prettyPrint(false);
        clean.select("img").forEach(Body::dropForeignPicture);
        clean.select("a").forEach(Body::dropForeignLink);
        clean.select("hr").forEach(Body::keepPageBreaksOnly);
        clean.select("p").forEach(Body::trim);
        return new Body(clean.body());
    }

    /**
     * What cleaning takes away: {@code script, iframe, img}, by the names of the elements, and {@code @style} and the
     * like for attributes. Empty when a reader would see the same.
     */
    static List<String> losses(String html, Body cleaned) {
        Map<String, Integer> counts = new TreeMap<>();
        Document dirty = Jsoup.parseBodyFragment(html);
        count(dirty.body(), counts, 1);
        count(cleaned.root, counts, -1);
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(Map.Entry::getKey)
                .filter(name -> !RENAMED.contains(name))
                .toList();
    }

    private static void count(Element root, Map<String, Integer> counts, int step) {
        for (Element element : root.getAllElements()) {
            if (element != root) {
                counts.merge(element.normalName(), step, Integer::sum);
                element.attributes().forEach(attribute -> counts.merge("@" + attribute.getKey(), step, Integer::sum));
            }
        }
    }

    private static void blockToParagraph(Element block) {
        boolean holdsBlocks = block.children().stream().anyMatch(Element::isBlock);
        if (holdsBlocks) {
            block.unwrap();
        } else {
            block.tagName("p").clearAttributes();
        }
    }

    private static void dropForeignPicture(Element image) {
        if (!PICTURE.matcher(image.attr("src")).matches()) {
            image.remove();
        }
    }

    private static void dropForeignLink(Element link) {
        if (!LINK.matcher(link.attr("href")).matches()) {
            link.unwrap();
        }
    }

    private static void keepPageBreaksOnly(Element rule) {
        if (!rule.hasAttr("class")) {
            return;
        }
        boolean breaksPage = rule.hasClass(PAGE_BREAK)
                && rule.parent() == rule.ownerDocument().body();
        rule.clearAttributes();
        if (breaksPage) {
            rule.addClass(PAGE_BREAK);
        }
    }

    /** The indent of a Chinese paragraph is style; the blanks that editors type for it are not text. */
    private static void trim(Element paragraph) {
        if (paragraph.childNodeSize() > 0 && paragraph.childNode(0) instanceof TextNode first) {
            first.text(LEADING.matcher(first.getWholeText()).replaceFirst(""));
        }
        int last = paragraph.childNodeSize() - 1;
        if (last >= 0 && paragraph.childNode(last) instanceof TextNode text) {
            text.text(TRAILING.matcher(text.getWholeText()).replaceFirst(""));
        }
        if (paragraph.childNodeSize() == 0 || (paragraph.children().isEmpty() && !paragraph.hasText())) {
            paragraph.remove();
        }
    }

    /** The byline that the text begins with. Taking it removes it from the text: it has a field of its own. */
    Optional<Byline> takeByline() {
        Element first = root.selectFirst("p");
        if (first == null || first.childNodeSize() == 0 || !(first.childNode(0) instanceof TextNode head)) {
            return Optional.empty();
        }
        String text = head.getWholeText();
        return Byline.find(text).map(found -> {
            head.text(LEADING.matcher(text.substring(found.length())).replaceFirst(""));
            return found.byline();
        });
    }

    /** The ids of our own pictures that the text shows. */
    List<String> pictures() {
        return root.select("img[src^=/content/media/]").stream()
                .map(image -> image.attr("src").split("/")[3])
                .distinct()
                .toList();
    }

    /** The same of a stored body. */
    static List<String> picturesIn(String html) {
        return new Body(Jsoup.parseBodyFragment(html).body()).pictures();
    }

    /** All the text without markup, for what must not be in it. */
    String text() {
        return root.wholeText();
    }

    String html() {
        return root.html();
    }

    int pages() {
        return split(root).size();
    }

    /** The pages of a stored body: it is cut where an editor put a page break. */
    static List<String> pages(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        return split(document.body());
    }

    private static List<String> split(Element root) {
        List<String> pages = new ArrayList<>();
        StringBuilder page = new StringBuilder();
        for (Node node : root.childNodes()) {
            if (node instanceof Element element && element.normalName().equals("hr") && element.hasClass(PAGE_BREAK)) {
                pages.add(page.toString());
                page.setLength(0);
            } else {
                page.append(node.outerHtml());
            }
        }
        pages.add(page.toString());
        return pages;
    }
}
