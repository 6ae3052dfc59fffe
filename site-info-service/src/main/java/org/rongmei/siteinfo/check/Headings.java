// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import java.util.function.Consumer;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import org.rongmei.siteinfo.Finding;

/** Headings that say nothing, or announce nothing: three blocks without content stood on the page that we began with. */
final class Headings implements NodeVisitor {

    private final Page page;
    private final Consumer<Finding> found;
    private @Nullable Element inside;
    private @Nullable Element last;
    private boolean insideSaysSomething;
    private boolean contentSinceLast;
    private int level;

    private Headings(Page page, Consumer<Finding> found) {
        this.page = page;
        this.found = found;
    }

    static void look(Page page, Consumer<Finding> found) {
        page.document().body().traverse(new Headings(page, found));
    }

    @Override
    public void head(Node node, int depth) {
        boolean says = node instanceof TextNode text
                ? !text.isBlank() && !isSilent(text.parent())
                : node instanceof Element element && isContent(element);
        if (says) {
            insideSaysSomething = true;
            contentSinceLast |= inside == null;
        }
        if (node instanceof Element element && level(element) > 0 && inside == null) {
            begin(element);
        }
    }

    private void begin(Element heading) {
        boolean sibling = last != null && level(heading) <= level(last);
        if (sibling && !contentSinceLast) {
            found.accept(page.at(last, announcesNothing()));
        }
        if (level > 0 && level(heading) > level + 1) {
            found.accept(
                    page.at(heading, Finding.info("HEADING_SKIPPED", "标题跳级。", "A level of headings is left out.")));
        }
        level = level(heading);
        inside = heading;
        insideSaysSomething = false;
    }

    @Override
    public void tail(Node node, int depth) {
        if (node != inside || inside == null) {
            return;
        }
        if (!insideSaysSomething) {
            found.accept(page.at(inside, Finding.warning("HEADING_EMPTY", "标题没有内容。", "A heading has no content.")));
        }
        // A heading that is a link is a headline in a list: nothing has to follow it.
        last = insideSaysSomething && inside.selectFirst("a[href]") == null ? inside : null;
        contentSinceLast = false;
        inside = null;
    }

    private static Finding announcesNothing() {
        return Finding.warning("HEADING_EMPTY", "标题下面没有内容。", "Nothing stands below this heading.")
                .mendedBy("没有内容时不显示标题，或写“暂无”。", "Leave the heading out, or say that there is nothing yet.");
    }

    private static boolean isSilent(@Nullable Node parent) {
        return parent != null && (parent.nameIs("script") || parent.nameIs("style"));
    }

    private static boolean isContent(Element element) {
        return switch (element.normalName()) {
            case "img" -> !element.attr("alt").isBlank();
            case "video", "audio", "iframe", "input", "select", "textarea", "canvas", "object", "embed" -> true;
            default -> false;
        };
    }

    private static int level(Element element) {
        String name = element.normalName();
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6'
                ? name.charAt(1) - '0'
                : 0;
    }
}
