// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.rongmei.siteinfo.identifier.Sighting;

/** Whether something stands at the foot of a page, in the middle, as far as HTML without a browser can tell. */
final class PageFoot {

    private static final double LAST = 0.8;

    private PageFoot() {}

    static boolean isInMiddleOfFoot(Page page, Sighting sighting) {
        Optional<Element> place = page.elementAt(sighting.start());
        boolean atFoot = sighting.start() >= page.folded().length() * LAST
                || place.filter(PageFoot::isInFooter).isPresent();
        return atFoot && place.filter(PageFoot::isAtOneSide).isEmpty();
    }

    private static boolean isInFooter(Element element) {
        return element.closest(
                        "footer, [class*=foot], [id*=foot], [class*=copyright], [id*=copyright], [class*=imprint]")
                != null;
    }

    /** Only what the page itself says: most style sheets are in files of their own. */
    private static boolean isAtOneSide(Element element) {
        Element styled = element.closest("[style*=text-align], [align]");
        if (styled == null) {
            return false;
        }
        String said = (styled.attr("align") + " "
                        + Declarations.of(styled.attr("style"))
                                .find("text-align")
                                .orElse(""))
                .toLowerCase(Locale.ROOT);
        return said.contains("left") || said.contains("right");
    }
}
