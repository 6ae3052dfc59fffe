// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/** What a file is, by its first bytes: its name and its declared type are the sender's word only. */
enum PictureType {
    JPEG("JPEG", true),
    PNG("PNG", true),
    GIF("GIF", true),
    BMP("BMP", true),
    WEBP("WebP", false),
    AVIF("AVIF", false),
    HEIC("HEIC", false),
    TIFF("TIFF", false),
    SVG("SVG", false),
    PDF("PDF", false),
    UNKNOWN("", false);

    /** Every scan of a progressive JPEG goes over all pixels. Cameras write one, the usual encoders ten. */
    private static final int MOST_SCANS = 100;

    private static final int HEAD = 1024;

    private final String label;
    private final boolean taken;

    PictureType(String label, boolean taken) {
        this.label = label;
        this.taken = taken;
    }

    static PictureType of(byte[] file) {
        String head = new String(file, 0, Math.min(file.length, HEAD), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return GIF;
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return WEBP;
        }
        if (head.startsWith("ftyp", 4)) {
            return head.startsWith("avi", 8) ? AVIF : HEIC;
        }
        if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
            return TIFF;
        }
        if (head.startsWith("%PDF")) {
            return PDF;
        }
        if (head.startsWith("BM")) {
            return BMP;
        }
        return head.toLowerCase(Locale.ROOT).contains("<svg") ? SVG : UNKNOWN;
    }

    /** @throws Problem 415 for what is not taken, 422 for what is made to keep the decoders busy */
    void requireHarmless(byte[] file) {
        if (!taken) {
            throw refused();
        }
        if (this == BMP && isWrapped(file)) {
            throw refused();
        }
        if (this == JPEG && scans(file) > MOST_SCANS) {
            throw Problem.unprocessable(
                    "file", Sentence.of("JPEG 图片的扫描超过 %d 次。", "The JPEG picture has more than %d scans.", MOST_SCANS));
        }
    }

    private Problem refused() {
        Sentence sentence = taken || label.isEmpty()
                ? Sentence.of("图片只接受 JPEG、PNG、GIF 和 BMP。", "Pictures are taken as JPEG, PNG, GIF and BMP.")
                : Sentence.of(
                        "不接受 %s，图片只接受 JPEG、PNG、GIF 和 BMP。",
                        "%s is not taken: pictures are taken as JPEG, PNG, GIF and BMP.", label);
        return new Problem(415, "unknown-picture-type", sentence).about("file", sentence);
    }

    /** A BMP may wrap a whole JPEG or PNG (compressions 4 and 5), whose size nobody would have looked at. */
    private static boolean isWrapped(byte[] file) {
        return file.length > 30 && file[14] >= 40 && file[30] > 3;
    }

    /** In the pixels themselves the encoder never writes this marker (ISO 10918-1, B.1.1.5). */
    private static int scans(byte[] file) {
        int scans = 0;
        for (int at = 0; at < file.length - 1; at++) {
            if (file[at] == (byte) 0xff && file[at + 1] == (byte) 0xda) {
                scans++;
            }
        }
        return scans;
    }
}
