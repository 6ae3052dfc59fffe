// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** A link of a page: where it leads, and which stretch of the page's text it holds. */
record PageLink(Element element, int start, int end, boolean hidden) {

    private static final int LONGEST = 2_000;

    String href() {
        String href = element.attr("href").strip();
        return href.substring(0, Math.min(href.length(), LONGEST));
    }

    /** Whether a click leads anywhere. */
    boolean leads() {
        String href = href();
        return !href.isEmpty()
                && !href.equals("#")
                && !href.toLowerCase(Locale.ROOT).startsWith("javascript:");
    }

    /** In small letters; empty where the link has none. */
    String host() {
        String href = href();
        String absolute = href.startsWith("//") ? "https:" + href : href;
        try {
            String host = new URI(absolute.replaceAll("[#?].*", "")).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return "";
        }
    }

    boolean holds(int from, int to) {
        return start <= from && to <= end;
    }
}
