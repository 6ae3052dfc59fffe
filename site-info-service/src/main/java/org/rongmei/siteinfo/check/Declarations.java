// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The declarations of a style attribute, or of a rule in a style sheet: of two for one property the later counts. */
record Declarations(Map<String, String> values) {

    static final Declarations NONE = new Declarations(Map.of());

    private static final int MOST = 200;
    private static final Pattern NUMBER =
            Pattern.compile("(-?[0-9]{0,9}(?:\\.[0-9]{1,9})?)(?:px|em|rem|pt|%|vw|vh|ex|ch)?");

    static Declarations of(String css) {
        Map<String, String> values = new HashMap<>();
        for (String declaration : css.split(";", MOST)) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                values.put(
                        declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        declaration
                                .substring(colon + 1)
                                .toLowerCase(Locale.ROOT)
                                .replace("!important", "")
                                .strip());
            }
        }
        return new Declarations(values);
    }

    /** What the other says counts more. */
    Declarations overriddenBy(Declarations other) {
        if (other.values.isEmpty()) {
            return this;
        }
        Map<String, String> both = new HashMap<>(values);
        both.putAll(other.values);
        return new Declarations(both);
    }

    Optional<String> find(String property) {
        return Optional.ofNullable(values.get(property));
    }

    boolean says(String property, String value) {
        return value.equals(values.get(property));
    }

    /** As a number, whatever its unit: enough to tell nothing from something. */
    Optional<Double> number(String property) {
        return find(property).map(NUMBER::matcher).filter(Matcher::matches).flatMap(found -> decimal(found.group(1)));
    }

    private static Optional<Double> decimal(String text) {
        try {
            return Optional.of(Double.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    boolean isNothing(String property) {
        return number(property).filter(value -> Math.abs(value) < 0.01).isPresent();
    }

    boolean isFarBelow(String property) {
        return number(property).filter(value -> value <= -99).isPresent();
    }

    Optional<Colour> background() {
        return find("background-color")
                .or(() -> find("background").map(value -> value.split(" ", 2)[0]))
                .flatMap(Colour::of);
    }
}
