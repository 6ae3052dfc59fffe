// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * How an element looks, as far as it decides whether a reader sees its text. {@code gone}: nothing inside it can be seen,
 * whatever it says; {@code invisible} can be taken back by a child.
 */
record Look(boolean gone, boolean invisible, boolean sizeless, Colour colour, Colour ground) {

    static final Look PAGE = new Look(false, false, false, Colour.BLACK, Colour.WHITE);

    Look of(Element element, Declarations style) {
        Colour newColour = style.find("color")
                .or(() -> attribute(element, element.normalName().equals("body") ? "text" : "color"))
                .flatMap(Colour::of)
                .orElse(colour);
        Colour newGround = style.background()
                .or(() -> attribute(element, "bgcolor").flatMap(Colour::of))
                .filter(found -> !found.transparent())
                .orElse(ground);
        return new Look(
                gone || isGone(element, style),
                style.find("visibility")
                        .map(value -> value.equals("hidden") || value.equals("collapse"))
                        .orElse(invisible),
                style.find("font-size").isPresent() ? style.isNothing("font-size") : sizeless,
                newColour,
                newGround);
    }

    boolean isHidden() {
        return gone || invisible || sizeless || colour.isUnreadableOn(ground);
    }

    private static Optional<String> attribute(Element element, String name) {
        return element.hasAttr(name) ? Optional.of(element.attr(name).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static boolean isGone(Element element, Declarations style) {
        return element.hasAttr("hidden")
                || style.says("display", "none")
                || style.isNothing("opacity")
                || isTiny(style)
                || isClipped(style)
                || style.isFarBelow("text-indent")
                || (isOutOfFlow(style) && (style.isFarBelow("left") || style.isFarBelow("top")))
                || (style.find("transform")
                        .filter(value -> value.replace(" ", "").equals("scale(0)"))
                        .isPresent());
    }

    private static boolean isTiny(Declarations style) {
        boolean cut = style.says("overflow", "hidden") || style.says("overflow", "clip");
        return (isAtMostOne(style, "height") || isAtMostOne(style, "max-height") || isAtMostOne(style, "width")) && cut;
    }

    private static boolean isAtMostOne(Declarations style, String property) {
        return style.number(property).filter(value -> value >= 0 && value <= 1).isPresent()
                && !style.find(property).orElse("").endsWith("em");
    }

    private static boolean isClipped(Declarations style) {
        return style.find("clip-path")
                        .filter(value -> value.replace(" ", "").equals("inset(50%)"))
                        .isPresent()
                || style.find("clip")
                        .filter(value -> value.matches("rect\\((?:[01]?(?:px)?[, ]*){1,8}\\)"))
                        .isPresent();
    }

    private static boolean isOutOfFlow(Declarations style) {
        return style.says("position", "absolute") || style.says("position", "fixed");
    }
}
