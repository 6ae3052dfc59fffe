// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.check;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A colour of CSS, as far as it is written in the page: names, {@code #fff}, {@code rgb(…)}. */
record Colour(int red, int green, int blue, boolean transparent) {

    static final Colour BLACK = new Colour(0, 0, 0, false);
    static final Colour WHITE = new Colour(255, 255, 255, false);

    private static final Colour NONE = new Colour(0, 0, 0, true);
    private static final int SAME = 12;
    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("white", 0xFFFFFF),
            Map.entry("black", 0x000000),
            Map.entry("red", 0xFF0000),
            Map.entry("green", 0x008000),
            Map.entry("blue", 0x0000FF),
            Map.entry("yellow", 0xFFFF00),
            Map.entry("orange", 0xFFA500),
            Map.entry("navy", 0x000080),
            Map.entry("maroon", 0x800000),
            Map.entry("silver", 0xC0C0C0),
            Map.entry("gray", 0x808080),
            Map.entry("grey", 0x808080),
            Map.entry("lightgray", 0xD3D3D3),
            Map.entry("lightgrey", 0xD3D3D3),
            Map.entry("darkgray", 0xA9A9A9),
            Map.entry("whitesmoke", 0xF5F5F5),
            Map.entry("snow", 0xFFFAFA),
            Map.entry("ivory", 0xFFFFF0));
    private static final Pattern HEX = Pattern.compile("#?([0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})");
    private static final Pattern FUNCTION = Pattern.compile(
            "rgba?\\( *([0-9]{1,3}) *[, ] *([0-9]{1,3}) *[, ] *([0-9]{1,3}) *(?:[,/] *([0-9.]{1,6})%? *)?\\)");

    /** Empty for what we do not know: then nothing is said of it. */
    static Optional<Colour> of(String css) {
        String text = css.strip().toLowerCase(Locale.ROOT);
        if (text.length() > 40) {
            return Optional.empty();
        }
        if (text.equals("transparent")) {
            return Optional.of(NONE);
        }
        if (NAMES.containsKey(text)) {
            return Optional.of(ofNumber(NAMES.get(text)));
        }
        Matcher hex = HEX.matcher(text);
        if (hex.matches()) {
            return Optional.of(ofHex(hex.group(1)));
        }
        Matcher function = FUNCTION.matcher(text);
        if (!function.matches()) {
            return Optional.empty();
        }
        String alpha = function.group(4);
        return Optional.of(new Colour(
                Integer.parseInt(function.group(1)),
                Integer.parseInt(function.group(2)),
                Integer.parseInt(function.group(3)),
                alpha != null && alpha.matches("0*\\.?0*")));
    }

    private static Colour ofHex(String digits) {
        String full = digits.length() <= 4 ? digits.replaceAll("(.)", "$1$1") : digits;
        Colour opaque = ofNumber(Integer.parseInt(full.substring(0, 6), 16));
        boolean clear = full.length() == 8 && full.endsWith("00");
        return new Colour(opaque.red, opaque.green, opaque.blue, clear);
    }

    private static Colour ofNumber(int number) {
        return new Colour(number >> 16 & 0xFF, number >> 8 & 0xFF, number & 0xFF, false);
    }

    /** So near that nobody reads one on the other. */
    boolean isUnreadableOn(Colour ground) {
        return transparent
                || (!ground.transparent
                        && Math.abs(red - ground.red) <= SAME
                        && Math.abs(green - ground.green) <= SAME
                        && Math.abs(blue - ground.blue) <= SAME);
    }
}
