// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;
import org.rongmei.siteinfo.SilentElements;

/** Reads the HTML of a footer into a {@link Sheet}, however broken it is: one walk, without recursion. */
final class SheetReader implements NodeVisitor {

    /** Of tags; a whole home page has two to five thousand. The limit bounds the memory that reading takes. */
    private static final int MOST_TAGS = 10_000;

    /** Of characters of HTML. A tag that never ends costs the parser the square of its length. */
    private static final int LONGEST = 400_000;

    private static final int MOST_LINKS = 1_000;

    private static final int DEEPEST = 128;
    /** Labels and values stand side by side in these. */
    private static final Set<String> CELLS = Set.of("td", "th", "dd");
    /** What these hold is drawn apart from what stands before it. */
    private static final Set<String> APART = Set.of("a", "span", "img", "label", "button");

    private final Vocabulary vocabulary;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder unseenText = new StringBuilder();
    private final List<Sheet.Link> links = new ArrayList<>();
    private final List<String> unseen = new ArrayList<>();
    private final Deque<Integer> starts = new ArrayDeque<>();
    private int silent;
    private int hidden;

    private SheetReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** @throws Problem 413 for more tags than a page has */
    static Sheet read(String html, Vocabulary vocabulary) {
        if (html.length() > LONGEST
                || html.chars()
                                .filter(character -> character == '<')
                                .limit(MOST_TAGS + 1L)
                                .count()
                        > MOST_TAGS) {
            throw new Problem(
                    413,
                    "content-too-large",
                    Sentence.of(
                            "这段 HTML 太长或标签太多，不像一个页脚。", "This HTML is too long, or has too many tags, for a footer."));
        }
        Document document = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(html, "");
        SheetReader reader = new SheetReader(vocabulary);
        document.traverse(reader);
        return Sheet.of(reader.text.toString(), reader.links, reader.unseen);
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode written && silent == 0) {
            write(written.getWholeText());
        } else if (node instanceof Element element) {
            enter(element);
        }
    }

    private void enter(Element element) {
        String tag = element.normalName();
        silent += SilentElements.NAMES.contains(tag) ? 1 : 0;
        hidden += isHidden(element) ? 1 : 0;
        divide(element, false);
        starts.push(text.length());
        if (tag.equals("img") && silent == 0 && hidden == 0) {
            picture(element);
        }
    }

    /** A picture counts where its words are those of a badge; otherwise it is an ornament. */
    private void picture(Element image) {
        String words = image.attr("alt").isBlank() ? image.attr("title") : image.attr("alt");
        if (!words.isBlank()
                && words.length() <= 40
                && (words.contains("举报") || vocabulary.isBadge(Sheet.of(words).compact(0, words.length())))) {
            int start = text.length();
            write(words);
            add(new Sheet.Link(start, text.length(), image.attr("src").strip(), true));
            text.append(' ');
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        int start = starts.pop();
        if (element.normalName().equals("a") && element.hasAttr("href") && silent == 0 && hidden == 0) {
            add(new Sheet.Link(start, text.length(), element.attr("href").strip(), false));
        }
        if (isHidden(element) && --hidden == 0 && !unseenText.toString().isBlank()) {
            unseen.add(unseenText.toString().strip());
            unseenText.setLength(0);
        }
        if (SilentElements.NAMES.contains(element.normalName())) {
            silent--;
        }
        divide(element, true);
    }

    private void add(Sheet.Link link) {
        if (links.size() < MOST_LINKS) {
            links.add(link);
        }
    }

    private void divide(Element element, boolean isEnd) {
        boolean pair = CELLS.contains(element.normalName())
                || (isEnd && element.normalName().equals("dt"));
        if (pair || APART.contains(element.normalName())) {
            writeBlank();
        } else if ((element.isBlock() || element.normalName().equals("br"))
                && !text.isEmpty()
                && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    private void writeBlank() {
        if (!text.isEmpty()
                && !Character.isWhitespace(text.charAt(text.length() - 1))
                && text.charAt(text.length() - 1) != '\u00a0') {
            text.append(' ');
        }
    }

    /** Of the blanks in HTML only those count that do not break. */
    private void write(String words) {
        StringBuilder out = hidden > 0 ? unseenText : text;
        for (int index = 0; index < words.length(); index++) {
            char character = words.charAt(index);
            boolean blank = character == ' '
                    || character == '\n'
                    || character == '\r'
                    || character == '\t'
                    || character == '\f';
            if (!blank) {
                out.append(character);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ' && out.charAt(out.length() - 1) != '\n') {
                out.append(' ');
            }
        }
    }

    private static boolean isHidden(Element element) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        return element.hasAttr("hidden")
                || style.contains("display:none")
                || style.contains("visibility:hidden")
                || style.contains("font-size:0;")
                || style.endsWith("font-size:0");
    }
}
