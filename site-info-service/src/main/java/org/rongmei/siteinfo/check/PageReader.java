// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;
import org.rongmei.siteinfo.SilentElements;

/** Reads HTML into a {@link Page}, however broken it is: one walk, without recursion. */
final class PageReader implements NodeVisitor {

    /** Of tags; county home pages have two to five thousand. The limit bounds the memory that a page takes. */
    private static final int MOST_TAGS = 30_000;

    private static final int LONGEST_NAME = 1_000;

    /** Of characters that readers might see; county home pages have ten to thirty thousand. */
    private static final int MOST_TEXT = 300_000;

    private static final int DEEPEST = 128;

    private final StyleSheet styles = new StyleSheet();
    private final StringBuilder text = new StringBuilder();
    private final List<Page.Run> runs = new ArrayList<>();
    private final List<PageLink> links = new ArrayList<>();
    private final Deque<Look> looks = new ArrayDeque<>();
    private final Deque<Integer> starts = new ArrayDeque<>();
    private int silent;

    private PageReader() {
        looks.push(Look.PAGE);
    }

    /** @throws Problem 413 for a page with more tags or text than anybody reads */
    static Page read(String html) {
        requireReadable(html);
        Document document =
                Parser.htmlParser().setTrackPosition(true).setMaxDepth(DEEPEST).parseInput(html, "");
        PageReader reader = new PageReader();
        document.select("style").forEach(style -> reader.styles.read(style.data()));
        document.traverse(reader);
        if (reader.text.length() > MOST_TEXT) {
            throw tooLarge();
        }
        return new Page(html, document, reader.text.toString(), reader.runs, reader.links);
    }

    /** A name costs the parser the square of its length. */
    private static void requireReadable(String html) {
        int tags = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            tags++;
            if (tags > MOST_TAGS || nameLength(html, at + 1) > LONGEST_NAME) {
                throw tooLarge();
            }
        }
    }

    private static int nameLength(String html, int begin) {
        int from = begin < html.length() && html.charAt(begin) == '/' ? begin + 1 : begin;
        if (from >= html.length() || !Character.isLetter(html.charAt(from)) || html.charAt(from) > 'z') {
            return 0; // text
        }
        int end = from;
        while (end < html.length() && end - from <= LONGEST_NAME && "/> \t\r\n\f".indexOf(html.charAt(end)) < 0) {
            end++;
        }
        return end - from;
    }

    static Problem tooLarge() {
        return new Problem(413, "content-too-large", Sentence.of("页面太大，无法检查。", "The page is too large to be checked."));
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode written && silent == 0) {
            write(written);
        } else if (node instanceof Element element) {
            enter(element);
        }
    }

    private void write(TextNode node) {
        int start = text.length();
        String words = node.getWholeText();
        for (int index = 0; index < words.length(); index++) {
            char character = words.charAt(index);
            text.append(character == '\n' || character == '\r' ? ' ' : character);
        }
        runs.add(new Page.Run(start, text.length(), node, looks.element().isHidden()));
    }

    private void enter(Element element) {
        if (SilentElements.NAMES.contains(element.normalName())) {
            silent++;
        }
        if (element.isBlock() || element.normalName().equals("br")) {
            breakLine();
        }
        looks.push(silent > 0 ? looks.element() : looks.element().of(element, styles.of(element)));
        if (element.normalName().equals("a")) {
            starts.push(text.length());
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        Look look = looks.pop();
        if (element.normalName().equals("a")) {
            int start = starts.pop();
            if (element.hasAttr("href")) {
                links.add(new PageLink(element, start, text.length(), look.isHidden()));
            }
        }
        if (element.isBlock()) {
            breakLine();
        }
        if (SilentElements.NAMES.contains(element.normalName())) {
            silent--;
        }
    }

    private void breakLine() {
        if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }
}
