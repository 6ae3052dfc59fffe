// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.footer;

import org.jsoup.nodes.Element;

/**
 * The picture before a filing with the police: a shield of our own drawing, inside the page, so that no page loads
 * anything from a host that is not its own.
 */
final class Icon {

    static final String PUBLIC_SECURITY = "public-security";

    /** Drawn once more in site-footer.js; a test holds them together. */
    static final String SHIELD =
            "M8 .8 1.8 2.9v4.6c0 3.7 2.5 6.4 6.2 7.7 3.7-1.3 6.2-4 6.2-7.7V2.9L8 .8Zm0 3.3 1.1 2.4 2.6.3"
                    + "-1.9 1.8.5 2.6L8 9.9l-2.3 1.3.5-2.6-1.9-1.8 2.6-.3L8 4.1Z";

    private Icon() {}

    static void append(Element place) {
        Element icon = place.appendElement("svg")
                .addClass("imprint-icon")
                .attr("viewBox", "0 0 16 16")
                .attr("width", "16")
                .attr("height", "16")
                .attr("aria-hidden", "true");
        icon.appendElement("path")
                .attr("fill", "currentColor")
                .attr("fill-rule", "evenodd")
                .attr("d", SHIELD);
    }
}
