// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The one thing in the metadata of an upload that we want to know. Whatever is not as it has to be counts as not being
 * there: a picture is not refused for its metadata, which do not leave with it anyway.
 */
final class Exif {

    private static final byte[] JPEG_LABEL = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PNG = 0x89504e47;
    private static final short JPEG = (short) 0xffd8;
    private static final int PNG_SIGNATURE = 8;
    private static final int EXIF_CHUNK = 0x65584966; // eXIf
    private static final int APP1 = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    private Exif() {}

    static Orientation orientation(byte[] file) {
        try {
            return tiff(file).map(Exif::orientation).orElse(Orientation.UPRIGHT);
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            return Orientation.UPRIGHT; // it ends before it should
        }
    }

    private static Optional<ByteBuffer> tiff(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        if (bytes.limit() < PNG_SIGNATURE) {
            return Optional.empty();
        }
        if (bytes.getInt(0) == PNG) {
            return inPng(bytes);
        }
        return bytes.getShort(0) == JPEG ? inJpeg(bytes) : Optional.empty();
    }

    private static Optional<ByteBuffer> inJpeg(ByteBuffer file) {
        int at = 2;
        while ((file.get(at) & 0xff) == 0xff) {
            int marker = file.get(at + 1) & 0xff;
            if (marker == 0xff) {
                at++; // fill bytes may stand before a marker
                continue;
            }
            int length = file.getShort(at + 2) & 0xffff;
            if (marker == START_OF_SCAN || length < 2) {
                return Optional.empty();
            }
            if (marker == APP1 && length >= 2 + JPEG_LABEL.length && isLabelled(file, at + 4)) {
                return Optional.of(file.slice(at + 4 + JPEG_LABEL.length, length - 2 - JPEG_LABEL.length));
            }
            at += 2 + length;
        }
        return Optional.empty();
    }

    private static boolean isLabelled(ByteBuffer file, int at) {
        return Arrays.equals(file.array(), at, at + JPEG_LABEL.length, JPEG_LABEL, 0, JPEG_LABEL.length);
    }

    private static Optional<ByteBuffer> inPng(ByteBuffer file) {
        int at = PNG_SIGNATURE;
        while (file.getInt(at) >= 0) {
            int length = file.getInt(at);
            if (file.getInt(at + 4) == EXIF_CHUNK) {
                return Optional.of(file.slice(at + 8, length));
            }
            at = Math.addExact(at, length) + 12;
        }
        return Optional.empty();
    }

    /** From the first directory (TIFF 6.0, section 2; Exif 2.32, 4.6.4). */
    private static Orientation orientation(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int entry = 0; entry < entries; entry++) {
            int at = directory + 2 + entry * ENTRY;
            if ((tiff.getShort(at) & 0xffff) == ORIENTATION && tiff.getShort(at + 2) == SHORT) {
                return Orientation.of(tiff.getShort(at + 8) & 0xffff);
            }
        }
        return Orientation.UPRIGHT;
    }
}
