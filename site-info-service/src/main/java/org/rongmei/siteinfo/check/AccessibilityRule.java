// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeVisitor;
import org.jsoup.select.QueryParser;
import org.rongmei.siteinfo.Finding;
import org.rongmei.siteinfo.Severity;

/** Pages paid for by the public can be read by everybody, also by ear (无障碍环境建设法, art. 32). */
final class AccessibilityRule implements Rule {

    /** What one fills in; a button says itself what it does. */
    private static final String FIELDS =
            "select, textarea, input:not([type=hidden], [type=submit], [type=button]," + " [type=reset], [type=image])";

    @Override
    public void look(Page page, Occasion occasion, Consumer<Finding> found) {
        Headings.look(page, found);
        page.document().select("img").forEach(image -> image(page, image, found));
        fields(page, found);
        if (page.document().select("html[lang], body[lang]").isEmpty()) {
            found.accept(Finding.info(
                    "HTML_LANG_MISSING",
                    "页面没有标明语言（<html lang=\"zh-CN\">）。",
                    "The page does not say its language (<html lang>)."));
        }
        if (page.document().title().isBlank()) {
            found.accept(Finding.warning("TITLE_MISSING", "页面没有标题（<title>）。", "The page has no title (<title>)."));
        }
        page.links().stream()
                .filter(link -> link.leads() && isNameless(page, link))
                .forEach(link -> found.accept(
                        page.at(link.element(), Finding.info("LINK_TEXT_EMPTY", "链接没有文字。", "A link has no text."))));
    }

    /** An empty text says that a picture is decoration, which is right for some; a missing one says nothing. */
    private static void image(Page page, Element image, Consumer<Finding> found) {
        boolean decoration = image.attr("role").equals("presentation")
                || image.attr("role").equals("none")
                || image.attr("aria-hidden").equals("true");
        boolean named =
                !image.attr("alt").isBlank() || !image.attr("aria-label").isBlank() || image.hasAttr("aria-labelledby");
        if (decoration || named) {
            return;
        }
        Finding missing = Finding.warning(
                        "IMG_ALT_MISSING", "图片没有替代文字（alt）。", "A picture has no text in its place (alt).")
                .mendedBy("用 alt 说明图片内容。", "Say with alt what it shows.");
        found.accept(page.at(image, image.hasAttr("alt") ? missing.as(Severity.INFO) : missing));
    }

    /** In one walk: to look for the label of each field would take minutes on a page made for it. */
    private static void fields(Page page, Consumer<Finding> found) {
        Set<String> labelled = Set.copyOf(page.document().select("label[for]").eachAttr("for"));
        Evaluator field = QueryParser.parse(FIELDS);
        page.document().traverse(new NodeVisitor() {
            private int labels;

            @Override
            public void head(Node node, int depth) {
                if (node instanceof Element element) {
                    labels += element.normalName().equals("label") ? 1 : 0;
                    if (labels == 0 && element.is(field) && !isNamed(element) && !labelled.contains(element.id())) {
                        found.accept(page.at(
                                element,
                                Finding.warning("LABEL_MISSING", "表单项没有标签（label）。", "A field of a form has no label.")
                                        .mendedBy("用 <label> 说明要填什么。", "Say with <label> what goes in there.")));
                    }
                }
            }

            @Override
            public void tail(Node node, int depth) {
                labels -= node.normalName().equals("label") ? 1 : 0;
            }
        });
    }

    private static boolean isNamed(Element field) {
        return Stream.of("aria-label", "aria-labelledby", "title")
                .anyMatch(name -> !field.attr(name).isBlank());
    }

    private static boolean isNameless(Page page, PageLink link) {
        return page.folded().substring(link.start(), link.end()).isBlank()
                && link.element().attr("aria-label").isBlank()
                && link.element().attr("title").isBlank()
                && link.element().selectFirst("img, svg") == null;
    }
}
