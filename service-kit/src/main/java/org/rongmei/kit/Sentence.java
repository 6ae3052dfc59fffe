// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import java.util.Locale;

/** One sentence for people, in the two languages we speak. Formatted like {@link String#format}. */
public record Sentence(String chinese, String english) {

    public static Sentence of(String chinese, String english, Object... arguments) {
        return arguments.length == 0
                ? new Sentence(chinese, english)
                : new Sentence(chinese.formatted(arguments), english.formatted(arguments));
    }

    public String in(Locale language) {
        return language.getLanguage().equals("en") ? english : chinese;
    }
}
