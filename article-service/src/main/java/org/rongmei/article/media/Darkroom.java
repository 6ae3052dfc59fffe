// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.rongmei.kit.Problem;
import org.rongmei.kit.Sentence;

/**
 * Turns an upload into pictures that are safe to hand out: what it is, is read from its bytes; how large it is, before
 * anything is decoded; and what leaves was drawn anew, so that nothing that hid in the file leaves with it.
 *
 * <p>The picture is in memory once, with 8 bits per sample: 40 megapixels take 120 MB, 160 MB with transparency.
 */
final class Darkroom {

    static final long MOST_PIXELS = 40_000_000;
    /** What the JPEG writer of the platform can write. */
    static final int LONGEST_SIDE = 65_500;

    private static final float QUALITY = 0.86f;

    /** A picture ready to be kept, every rendition in the same media type. */
    record Developed(String type, int width, int height, Map<Rendition, byte[]> renditions) {}

    private Darkroom() {}

    static {
        ImageIO.setUseCache(false); // no temporary files for what is bounded anyway
    }

    /** @throws Problem 415 for what is no picture we know, 422 for one that is too large or broken */
    static Developed develop(byte[] upload) {
        PictureType.of(upload).requireHarmless(upload);
        Orientation held = Exif.orientation(upload);
        BufferedImage picture = plain(decode(upload));
        boolean transparent = picture.getColorModel().hasAlpha();
        Map<Rendition, byte[]> renditions = new EnumMap<>(Rendition.class);
        BufferedImage smaller = held.uprightInPlace(scaleLarge(picture, held, transparent));
        renditions.put(Rendition.LARGE, encode(smaller, transparent, true));
        for (Rendition rendition : new Rendition[] {Rendition.MEDIUM, Rendition.THUMBNAIL}) {
            smaller = scale(smaller, rendition.widest(), transparent);
            renditions.put(rendition, encode(smaller, transparent, true));
        }
        BufferedImage upright = held.uprightInPlace(picture);
        // Not progressive: the encoder would hold all coefficients, another 120 MB for 40 megapixels.
        renditions.put(Rendition.ORIGINAL, encode(upright, transparent, false));
        return new Developed(
                transparent ? "image/png" : "image/jpeg", upright.getWidth(), upright.getHeight(), renditions);
    }

    private static BufferedImage decode(byte[] upload) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(upload))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw broken();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                requireBounds(reader.getWidth(0), reader.getHeight(0));
                return read(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof Problem problem) {
                throw problem;
            }
            // The decoders of the platform answer broken files with all kinds of runtime exceptions.
            throw broken();
        }
    }

    private static Problem broken() {
        return Problem.unprocessable("file", Sentence.of("图片文件已损坏。", "The picture file is broken."));
    }

    private static void requireBounds(int width, int height) {
        if ((long) width * height > MOST_PIXELS) {
            throw Problem.unprocessable(
                    "file", Sentence.of("图片超过 4000 万像素。", "The picture has more than 40 million pixels."));
        }
        if (Math.max(width, height) > LONGEST_SIDE) {
            throw Problem.unprocessable(
                    "file",
                    Sentence.of("图片的一边超过 %d 像素。", "One side of the picture has more than %d pixels.", LONGEST_SIDE));
        }
    }

    private static BufferedImage read(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        String format = reader.getFormatName().toLowerCase(Locale.ROOT);
        if (!types.hasNext() || (format.equals("jpeg") && reader.getRawImageType(0) == null)) {
            throw Problem.unprocessable(
                    "file",
                    Sentence.of(
                            "图片用的是印刷用的 CMYK 颜色，请另存为 RGB。",
                            "The picture is in the CMYK colours of print; please save it as RGB."));
        }
        ImageTypeSpecifier type = types.next();
        if (!format.equals("png") || type.getColorModel() instanceof IndexColorModel) {
            return reader.read(0);
        }
        // The PNG reader would give 16 bits per sample where the file has them, twice what fits into our memory; into a
        // picture of ours it reads 8.
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        return switch (type.getNumBands()) {
            case 1 -> read(reader, new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY));
            case 2 -> readGrayWithAlpha(reader, new BufferedImage(width, height, BufferedImage.TYPE_4BYTE_ABGR));
            case 3 -> read(reader, new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR));
            default -> read(reader, new BufferedImage(width, height, BufferedImage.TYPE_4BYTE_ABGR));
        };
    }

    private static BufferedImage read(ImageReader reader, BufferedImage into) throws IOException {
        ImageReadParam wanted = reader.getDefaultReadParam();
        wanted.setDestination(into);
        return reader.read(0, wanted);
    }

    /** Reads the two bands into red and alpha, and then red into green and blue. */
    private static BufferedImage readGrayWithAlpha(ImageReader reader, BufferedImage into) throws IOException {
        WritableRaster redAndAlpha =
                into.getRaster().createWritableChild(0, 0, into.getWidth(), into.getHeight(), 0, 0, new int[] {0, 3});
        ColorModel gray = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY), true, false, ColorModel.TRANSLUCENT, DataBuffer.TYPE_BYTE);
        read(reader, new BufferedImage(gray, redAndAlpha, false, null));
        byte[] abgr = ((DataBufferByte) into.getRaster().getDataBuffer()).getData();
        for (int at = 0; at < abgr.length; at += 4) {
            abgr[at + 1] = abgr[at + 3];
            abgr[at + 2] = abgr[at + 3];
        }
        return into;
    }

    /** What the scaler, the writers and {@link Orientation} can all work on without a copy. */
    private static BufferedImage plain(BufferedImage picture) {
        int type = picture.getType();
        boolean transparent = picture.getColorModel().hasAlpha();
        boolean palette = transparent
                && picture.getColorModel() instanceof IndexColorModel
                && picture.getSampleModel() instanceof ComponentSampleModel;
        if (type == BufferedImage.TYPE_3BYTE_BGR
                || type == BufferedImage.TYPE_4BYTE_ABGR
                || type == BufferedImage.TYPE_BYTE_GRAY
                || palette) {
            return picture;
        }
        BufferedImage painted = canvas(picture.getWidth(), picture.getHeight(), transparent);
        paint(picture, painted, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        return painted;
    }

    /** Before it is set upright, which is dear for a large picture: its height will be its width when the sides change. */
    private static BufferedImage scaleLarge(BufferedImage picture, Orientation held, boolean transparent) {
        int widest = Rendition.LARGE.widest();
        if (!held.sidesChange()) {
            return scale(picture, widest, transparent);
        }
        int height = Math.min(picture.getHeight(), widest);
        return scale(picture, proportion(picture.getWidth(), height, picture.getHeight()), height, transparent);
    }

    private static BufferedImage scale(BufferedImage picture, int widest, boolean transparent) {
        int width = Math.min(picture.getWidth(), widest);
        return scale(picture, width, proportion(picture.getHeight(), width, picture.getWidth()), transparent);
    }

    private static int proportion(int side, int wanted, int given) {
        return Math.max(1, (int) Math.round((double) side * wanted / given));
    }

    private static BufferedImage scale(BufferedImage picture, int width, int height, boolean transparent) {
        BufferedImage scaled = canvas(width, height, transparent);
        paint(halved(picture, width, height, transparent), scaled, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        return scaled;
    }

    /** Halving first: one bicubic step over more than a half leaves out pixels, and shows. */
    private static BufferedImage halved(BufferedImage picture, int width, int height, boolean transparent) {
        BufferedImage smaller = picture;
        while (smaller.getWidth() >= width * 2 && smaller.getHeight() >= Math.max(2, height * 2)) {
            BufferedImage half = canvas(smaller.getWidth() / 2, smaller.getHeight() / 2, transparent);
            paint(smaller, half, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            smaller = half;
        }
        return smaller;
    }

    private static BufferedImage canvas(int width, int height, boolean transparent) {
        return new BufferedImage(
                width, height, transparent ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
    }

    private static void paint(BufferedImage picture, BufferedImage canvas, Object interpolation) {
        Graphics2D brush = canvas.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
        brush.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        if (!canvas.getColorModel().hasAlpha()) {
            brush.setColor(Color.WHITE);
            brush.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        }
        brush.drawImage(picture, 0, 0, canvas.getWidth(), canvas.getHeight(), null);
        brush.dispose();
    }

    private static byte[] encode(BufferedImage picture, boolean transparent, boolean progressive) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(transparent ? "png" : "jpeg")
                .next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam settings = writer.getDefaultWriteParam();
            if (!transparent) {
                settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                settings.setCompressionQuality(QUALITY);
                settings.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
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
