// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.rongmei.feed.entry.Story;
import org.rongmei.feed.entry.XmlText;

/** What a partner has to print beside the text: from whom it is, who wrote it, and on whose terms. */
final class CreditLine {

    private CreditLine() {}

    static Optional<String> of(Story story) {
        StringJoiner line = new StringJoiner("；");
        line.setEmptyValue("");
        if (story.source() != null) {
            add(line, "来源：", story.source().name());
        }
        if (story.original() != null) {
            add(line, "原作者：", story.original().author());
            add(line, "原题：", story.original().title());
        }
        add(line, "版权所有：", story.rights().holder());
        add(line, "", story.rights().statement());
        return Optional.ofNullable(XmlText.legalOrNull(line.toString()));
    }

    private static void add(StringJoiner line, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            line.add(label + value);
        }
    }
}
