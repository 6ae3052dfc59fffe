// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.proof;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Sentence;

/** A stretch of text that is read for itself: a title, or a paragraph. */
record Passage(String field, @Nullable Integer paragraph, String text) {

    private static final int LONGEST_EXCERPT = 60;

    Hint hint(String kind, Hint.Severity severity, Matcher at, Sentence message) {
        return hint(kind, severity, at.start(), at.end(), message);
    }

    Hint hint(String kind, Hint.Severity severity, int start, int end, Sentence message) {
        int last = Math.min(end, start + LONGEST_EXCERPT);
        int whole = last < text.length() && Character.isLowSurrogate(text.charAt(last)) ? last - 1 : last;
        return new Hint(kind, severity, field, paragraph, start, text.substring(start, whole), message);
    }
}
