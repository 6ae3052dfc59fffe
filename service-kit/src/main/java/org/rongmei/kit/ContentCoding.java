// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the bytes of a document are packed (RFC 9110, section 8.4.1), in the order of our preference. */
public enum ContentCoding {
    BROTLI("br"),
    GZIP("gzip"),
    IDENTITY("identity");

    /** A reader who does not mention the plain bytes takes them, but wants anything it mentions more. */
    private static final double UNMENTIONED_IDENTITY = 0.0001;

    private static final Pattern SEMICOLON = Pattern.compile("\\s*;\\s*");
    private static final Pattern QUALITY = Pattern.compile("[qQ]=(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)");

    /** All readers together send a few dozen different headers, a thousand times a second. */
    private static final Map<Question, ContentCoding> KNOWN = new ConcurrentHashMap<>();

    private static final int MOST_KNOWN = 500;
    private static final int LONGEST_KNOWN = 200;

    private record Question(String acceptEncoding, boolean brotli) {}

    private final String token;

    ContentCoding(String token) {
        this.token = token;
    }

    public String token() {
        return token;
    }

    /** A strong tag names bytes, so every coding has its own (RFC 9110, section 8.8.3.3). */
    String tag(String identityTag) {
        return this == IDENTITY ? identityTag : identityTag.substring(0, identityTag.length() - 1) + "-" + token + "\"";
    }

    /** @param acceptEncoding as RFC 9110, section 12.5.3, has it; without one the plain bytes will do */
    static ContentCoding preferred(@Nullable String acceptEncoding, boolean brotli) {
        if (acceptEncoding == null || acceptEncoding.isBlank()) {
            return IDENTITY;
        }
        Question question = new Question(acceptEncoding, brotli);
        ContentCoding known = KNOWN.get(question);
        if (known != null) {
            return known;
        }
        ContentCoding best = best(acceptEncoding, brotli);
        if (KNOWN.size() < MOST_KNOWN && acceptEncoding.length() < LONGEST_KNOWN) {
            KNOWN.put(question, best);
        }
        return best;
    }

    private static ContentCoding best(String acceptEncoding, boolean brotli) {
        Map<String, Double> qualities = qualities(acceptEncoding);
        ContentCoding best = IDENTITY;
        double most = 0;
        for (ContentCoding coding : values()) {
            double quality = coding.quality(qualities);
            if (quality > most && (coding != BROTLI || brotli)) {
                best = coding;
                most = quality;
            }
        }
        return best;
    }

    private double quality(Map<String, Double> qualities) {
        Double named = qualities.get(token);
        if (named != null) {
            return named;
        }
        Double any = qualities.get("*");
        if (this == IDENTITY) {
            return any != null && any == 0 ? 0 : UNMENTIONED_IDENTITY;
        }
        return any == null ? 0 : any;
    }

    private static Map<String, Double> qualities(String header) {
        Map<String, Double> qualities = new HashMap<>();
        for (String element : header.split(",")) {
            String[] parts = SEMICOLON.split(element.trim(), -1);
            String coding = parts[0].toLowerCase(Locale.ROOT);
            qualities.put(coding.equals("x-gzip") ? "gzip" : coding, quality(parts));
        }
        return qualities;
    }

    /** What is no quality counts as none given (RFC 9110, section 12.4.2): the reader did name the coding. */
    private static double quality(String[] parts) {
        for (int at = 1; at < parts.length; at++) {
            Matcher quality = QUALITY.matcher(parts[at]);
            if (quality.matches()) {
                return Double.parseDouble(quality.group(1));
            }
        }
        return 1;
    }
}
