// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.transfer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of one item of an import. */
enum Outcome {
    /** As it was. */
    TAKEN,
    /** Without something that cannot be kept. */
    CHANGED,
    /** It was here already, and was left alone. */
    KNOWN,
    REFUSED;

    static Optional<Outcome> find(String text) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.toString().equals(text))
                .findFirst();
    }

    /** As on the wire. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
