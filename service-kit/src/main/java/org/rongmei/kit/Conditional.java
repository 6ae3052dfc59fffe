// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Conditional requests (RFC 9110, section 13): when a 304 will do, and when a write must not happen. */
public final class Conditional {

    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");
    /** Proxies that compress on the fly are known to add these to our tags and to send them back. */
    private static final Pattern SUFFIX = Pattern.compile("[-;](gzip|br)\"$");

    private Conditional() {}

    /** A strong entity tag over bytes, quotes included: as long as the bytes are the same, it is the same. */
    public static String etag(byte[] content) {
        return "\"" + HexFormat.of().formatHex(sha256(content), 0, 12) + "\"";
    }

    public static String etag(String content) {
        return etag(content.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256, which every Java platform has. */
    public static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /**
     * Whether a 304 is the answer. {@code If-None-Match} is compared weakly and wins over {@code If-Modified-Since}
     * (RFC 9110, 13.1.3 and 13.2.2).
     */
    public static boolean isUnmodified(
            @Nullable String ifNoneMatch,
            @Nullable String ifModifiedSince,
            String etag,
            @Nullable Instant lastModified) {
        if (ifNoneMatch != null) {
            return names(
                    ifNoneMatch, tag -> SUFFIX.matcher(tag).replaceFirst("\"").equals(etag));
        }
        if (ifModifiedSince == null || lastModified == null) {
            return false;
        }
        try {
            Instant known = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(ifModifiedSince));
            return !lastModified.truncatedTo(ChronoUnit.SECONDS).isAfter(known);
        } catch (DateTimeException e) {
            return false; // RFC 9110, 13.1.3: a date that is none is ignored
        }
    }

    public static boolean isUnmodified(HttpHeaders request, String etag) {
        return isUnmodified(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), null, etag, null);
    }

    /**
     * The answer to a GET: what was asked for, or 304 when the client has it already (RFC 9110, 13.1.2).
     *
     * @param content made only for who does not have it
     */
    public static Response.ResponseBuilder unlessKnown(HttpHeaders request, String etag, Supplier<?> content) {
        Response.ResponseBuilder response =
                isUnmodified(request, etag) ? Response.notModified() : Response.ok(content.get());
        return response.header(HttpHeaders.ETAG, etag);
    }

    /**
     * Lets a write to something that exists go on only if the writer has seen what there is now.
     *
     * @throws Problem 428 without a precondition, 412 when what the writer has seen is stale
     */
    public static void requireMatch(@Nullable String ifMatch, Predicate<String> isCurrent) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(
                    428,
                    "precondition-required",
                    Sentence.of(
                            "请用 If-Match 说明您改的是哪个版本（它的 ETag）。",
                            "Please say with If-Match which version you are changing (its ETag)."));
        }
        // RFC 9110, 13.1.1: If-Match compares strongly, so a weak tag never matches.
        if (!names(ifMatch.replaceAll("W/\"[^\"]*\"", ""), isCurrent)) {
            throw stale();
        }
    }

    public static void requireMatch(@Nullable String ifMatch, String etag) {
        requireMatch(ifMatch, etag::equals);
    }

    static Problem stale() {
        return new Problem(
                412,
                "stale",
                Sentence.of(
                        "在您打开之后已经有人改过，请取得最新版本再改。",
                        "Somebody has changed this since you read it; please fetch it again."));
    }

    private static boolean names(String header, Predicate<String> wanted) {
        if (header.trim().equals("*")) {
            return true;
        }
        Matcher tags = TAG.matcher(header);
        while (tags.find()) {
            if (wanted.test(tags.group(1))) {
                return true;
            }
        }
        return false;
    }
}
