// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The style blocks of a page, as far as their selectors are one tag, class or id. Others could hide a text too; of those
 * we say nothing, and neither of style sheets in files of their own.
 */
final class StyleSheet {

    private static final int MOST_RULES = 5_000;
    private static final int MOST_CLASSES = 20;
    private static final Pattern SIMPLE = Pattern.compile("[.#]?[A-Za-z0-9_-]{1,80}");

    private final Map<String, Declarations> rules = new HashMap<>();

    /** Reads from brace to brace; what is inside @media and the like holds only sometimes, and is passed over. */
    void read(String css) {
        String text = withoutComments(css);
        int at = 0;
        while (rules.size() < MOST_RULES) {
            int open = text.indexOf('{', at);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0) {
                return;
            }
            String selectors = text.substring(at, open).strip();
            if (selectors.startsWith("@")) {
                at = endOfBlock(text, open);
                continue;
            }
            add(selectors, Declarations.of(text.substring(open + 1, close)));
            at = close + 1;
        }
    }

    private void add(String selectors, Declarations declarations) {
        for (String selector : selectors.split(",", 100)) {
            String simple = selector.strip();
            if (SIMPLE.matcher(simple).matches()) {
                rules.merge(simple, declarations, Declarations::overriddenBy);
            }
        }
    }

    private static String withoutComments(String css) {
        StringBuilder text = new StringBuilder(css.length());
        int at = 0;
        int comment = css.indexOf("/*");
        while (comment >= 0) {
            text.append(css, at, comment);
            int end = css.indexOf("*/", comment + 2);
            at = end < 0 ? css.length() : end + 2;
            comment = css.indexOf("/*", at);
        }
        return text.append(css, at, css.length()).toString();
    }

    private static int endOfBlock(String text, int open) {
        int depth = 0;
        for (int index = open; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == '{') {
                depth++;
            } else if (character == '}' && --depth == 0) {
                return index + 1;
            }
        }
        return text.length();
    }

    /** An id counts more than a class, a class more than a tag, the element's own attribute most. */
    Declarations of(Element element) {
        Declarations all = rules.getOrDefault(element.normalName(), Declarations.NONE);
        if (element.hasAttr("class")) {
            int seen = 0;
            for (String name : element.classNames()) {
                if (seen++ < MOST_CLASSES) {
                    all = all.overriddenBy(rules.getOrDefault("." + name, Declarations.NONE));
                }
            }
        }
        if (element.hasAttr("id")) {
            all = all.overriddenBy(rules.getOrDefault("#" + element.id(), Declarations.NONE));
        }
        return element.hasAttr("style") ? all.overriddenBy(Declarations.of(element.attr("style"))) : all;
    }
}
