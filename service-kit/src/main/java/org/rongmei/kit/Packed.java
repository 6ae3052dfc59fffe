// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A document as it goes out: its bytes in each coding, each with a strong tag of its own. */
public final class Packed {

    private final String etag;
    private final Map<ContentCoding, byte[]> bodies = new EnumMap<>(ContentCoding.class);
    private final Map<ContentCoding, String> tags = new EnumMap<>(ContentCoding.class);

    private Packed(byte[] plain) {
        etag = Conditional.etag(plain);
        put(ContentCoding.IDENTITY, plain);
    }

    /** For what is sent once. */
    public static Packed plain(byte[] plain) {
        return new Packed(plain);
    }

    /** For what is sent some dozen times: 100 KB take some 4 ms. */
    public static Packed quickly(byte[] plain) {
        return new Packed(plain).pack(6, 5);
    }

    /** For what is sent a thousand times: 250 KB take some 30 ms. Brotli's 11 would take half a second. */
    public static Packed tightly(byte[] plain) {
        return new Packed(plain).pack(9, 9);
    }

    private Packed pack(int gzip, int brotli) {
        byte[] plain = body(ContentCoding.IDENTITY);
        put(ContentCoding.GZIP, gzip(plain, gzip));
        if (Brotli.isAvailable()) {
            put(ContentCoding.BROTLI, Brotli.compress(plain, brotli));
        }
        return this;
    }

    private void put(ContentCoding coding, byte[] bytes) {
        bodies.put(coding, bytes);
        tags.put(coding, coding.tag(etag));
    }

    /** Of the plain bytes; the other tags are made of it. */
    public String etag() {
        return etag;
    }

    public byte[] body(ContentCoding coding) {
        return bodies.getOrDefault(coding, new byte[0]);
    }

    public String tag(ContentCoding coding) {
        return tags.getOrDefault(coding, etag);
    }

    /** In which coding who sends this header wants it. */
    public ContentCoding coding(@Nullable String acceptEncoding) {
        return bodies.size() == 1
                ? ContentCoding.IDENTITY
                : ContentCoding.preferred(acceptEncoding, bodies.containsKey(ContentCoding.BROTLI));
    }

    /** Bytes in all codings together. */
    public long size() {
        return bodies.values().stream().mapToLong(body -> body.length).sum();
    }

    private static byte[] gzip(byte[] plain, int level) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 3);
        try (GZIPOutputStream gzip = new Gzip(bytes, level)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory cannot be compressed", e);
        }
        return bytes.toByteArray();
    }

    private static final class Gzip extends GZIPOutputStream {
        Gzip(ByteArrayOutputStream bytes, int level) throws IOException {
            super(bytes);
            def.setLevel(level);
        }
    }
}
