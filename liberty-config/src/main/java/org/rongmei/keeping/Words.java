// SPDX-License-Identifier: Apache-2.0
package org.rongmei.keeping;

import java.util.List;
import java.util.Optional;
import org.rongmei.server.Refusal;

/** The words of a command line. */
final class Words {

    private Words() {}

    /** Takes an option with its value out of them. */
    static Optional<String> option(List<String> words, String name) {
        int at = words.indexOf(name);
        if (at < 0) {
            return Optional.empty();
        }
        if (at + 1 == words.size()) {
            throw new Refusal(name + " needs a value.");
        }
        String value = words.get(at + 1);
        words.subList(at, at + 2).clear();
        return Optional.of(value);
    }
}
