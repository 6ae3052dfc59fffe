// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.entry;

import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Text;

/** Takes out what XML 1.0 (section 2.2) cannot carry: one such character would cost the whole feed. */
public final class XmlText {

    private XmlText() {}

    public static String legal(String text) {
        if (Text.Rule.isXml(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(Text.Rule::isXmlCharacter).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    public static @Nullable String legalOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : legal(text);
    }

    /** Plain text as HTML shows it. No more is escaped than must be: older readers do not know {@code &apos;}. */
    public static String toHtml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
