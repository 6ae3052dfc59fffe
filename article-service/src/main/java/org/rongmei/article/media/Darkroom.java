// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/**
 * Turns an upload into pictures that are safe to hand out: what it is, is read from its bytes; how large it is, before
 * anything is decoded; and what leaves was drawn anew, so that nothing that hid in the file leaves with it.
 */
final class Darkroom {

    static final long MOST_PIXELS = 40_000_000;

    private static final Set<String> KNOWN = Set.of("jpeg", "png", "gif", "bmp");
    private static final float QUALITY = 0.86f;

    /** A picture ready to be kept, every rendition in the same media type. */
    record Developed(String type, int width, int height, Map<Rendition, byte[]> renditions) {}

    private Darkroom() {}

    static {
        ImageIO.setUseCache(false); // no temporary files for what is bounded anyway
    }

    /** @throws Problem 415 for what is no picture we know, 422 for one that is too large or broken */
    static Developed develop(byte[] upload) {
        BufferedImage picture = decode(upload);
        boolean transparent = picture.getColorModel().hasAlpha();
        Map<Rendition, byte[]> renditions = new EnumMap<>(Rendition.class);
        for (Rendition rendition : Rendition.values()) {
            renditions.put(rendition, encode(scale(picture, rendition.widest(), transparent), transparent));
        }
        return new Developed(
                transparent ? "image/png" : "image/jpeg", picture.getWidth(), picture.getHeight(), renditions);
    }

    private static BufferedImage decode(byte[] upload) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(upload))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw unknown();
            }
            ImageReader reader = readers.next();
            try {
                if (!KNOWN.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    throw unknown();
                }
                reader.setInput(input, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST_PIXELS) {
                    throw Problem.unprocessable(
                            "file", Sentence.of("图片超过 4000 万像素。", "The picture has more than 40 million pixels."));
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof Problem problem) {
                throw problem;
            }
            // The decoders of the platform answer broken files with all kinds of runtime exceptions.
            throw Problem.unprocessable("file", Sentence.of("图片文件已损坏。", "The picture file is broken."));
        }
    }

    private static Problem unknown() {
        return new Problem(
                        415,
                        "unknown-picture-type",
                        Sentence.of("图片只接受 JPEG、PNG、GIF 和 BMP。", "Pictures are taken as JPEG, PNG, GIF and BMP."))
                .about("file", Sentence.of("不是可识别的图片。", "Not a picture we know."));
    }

    private static BufferedImage scale(BufferedImage picture, int widest, boolean transparent) {
        int width = Math.min(picture.getWidth(), widest);
        int height = Math.max(1, Math.round((float) picture.getHeight() * width / picture.getWidth()));
        int type = transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage scaled = new BufferedImage(width, height, type);
        Graphics2D canvas = scaled.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        if (!transparent) {
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, 0, width, height);
        }
        canvas.drawImage(halved(picture, width), 0, 0, width, height, null);
        canvas.dispose();
        return scaled;
    }

    /** Halving first: one bicubic step over more than a half leaves out pixels, and shows. */
    private static BufferedImage halved(BufferedImage picture, int wanted) {
        BufferedImage smaller = picture;
        while (smaller.getWidth() >= wanted * 2 && smaller.getHeight() > 1) {
            BufferedImage half = new BufferedImage(
                    smaller.getWidth() / 2, Math.max(1, smaller.getHeight() / 2), BufferedImage.TYPE_INT_ARGB);
            Graphics2D canvas = half.createGraphics();
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            canvas.drawImage(smaller, 0, 0, half.getWidth(), half.getHeight(), null);
            canvas.dispose();
            smaller = half;
        }
        return smaller;
    }

    private static byte[] encode(BufferedImage picture, boolean transparent) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(transparent ? "png" : "jpeg")
                .next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam settings = writer.getDefaultWriteParam();
            if (!transparent) {
                settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                settings.setCompressionQuality(QUALITY);
                settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.write(null, new IIOImage(picture, null, null), settings);
        } catch (IOException e) {
            throw new IllegalStateException("A picture in memory cannot be encoded", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
