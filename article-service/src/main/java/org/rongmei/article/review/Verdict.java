// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.review;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a reviewer decides. */
public enum Verdict {
    APPROVE,
    RETURN;

    public static Optional<Verdict> find(String text) {
        return Stream.of(values())
                .filter(verdict -> verdict.toString().equals(text))
                .findFirst();
    }

    /** As on the wire and in the database. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
