// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.footer;

import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.rongmei.kit.Conditional;

/** A footer as a page includes it. Class names say what it is and match no list of advertisement blockers. */
final class FooterRendering {

    static final String SAMPLE = "示例站点：本站的单位、编号和内容均为虚构。";

    private FooterRendering() {}

    static String html(Footer footer) {
        Document document = Document.createShell("");
        document.outputSettings().prettyPrint(false);
        Element root = document.body()
                .appendElement("footer")
                .addClass("imprint")
                .attr("lang", "zh-CN")
                .attr("data-site", footer.site());
        if (footer.sample()) {
            root.appendElement("p")
                    .addClass("imprint-sample")
                    .appendElement("strong")
                    .text(SAMPLE);
        }
        if (!footer.navigation().isEmpty()) {
            Element list = root.appendElement("nav")
                    .addClass("imprint-nav")
                    .attr("aria-label", "页脚导航")
                    .appendElement("ul");
            footer.navigation()
                    .forEach(link -> list.appendElement("li")
                            .appendElement("a")
                            .attr("href", link.href())
                            .text(link.label()));
        }
        footer.lines().forEach(line -> {
            Element items = root.appendElement("ul").addClass("imprint-line");
            line.forEach(item -> append(items.appendElement("li"), item));
        });
        if (!footer.badges().isEmpty()) {
            Element badges = root.appendElement("ul").addClass("imprint-line");
            footer.badges().forEach(badge -> append(badges.appendElement("li"), badge));
        }
        root.attr("data-digest", Conditional.etag(root.outerHtml()).replace("\"", ""));
        return root.outerHtml();
    }

    private static void append(Element place, Footer.Item item) {
        if (item.icon() != null) {
            Icon.append(place);
        }
        if (item.label() != null) {
            place.appendText(item.label() + "：");
        }
        if (item.href() == null) {
            place.appendElement("span").text(item.value());
        } else {
            place.appendElement("a").attr("href", item.href()).text(item.value());
        }
        if (item.note() != null) {
            place.appendText("（" + item.note() + "）");
        }
    }

    static String text(Footer footer) {
        StringBuilder text = new StringBuilder();
        if (footer.sample()) {
            text.append(SAMPLE).append('\n');
        }
        if (!footer.navigation().isEmpty()) {
            text.append(footer.navigation().stream().map(Footer.Link::label).collect(Collectors.joining(" - ")))
                    .append('\n');
        }
        footer.lines()
                .forEach(line -> text.append(
                                line.stream().map(FooterRendering::plain).collect(Collectors.joining("  ")))
                        .append('\n'));
        if (!footer.badges().isEmpty()) {
            text.append(footer.badges().stream().map(FooterRendering::plain).collect(Collectors.joining("  ")))
                    .append('\n');
        }
        return text.toString();
    }

    private static String plain(Footer.Item item) {
        String label = item.label() == null ? "" : item.label() + "：";
        String note = item.note() == null ? "" : "（" + item.note() + "）";
        // One fact, one line: a line break in a value would begin a line that nobody wrote.
        return (label + item.value() + note).replaceAll("\\s*[\\r\\n]\\s*", " ");
    }
}
