// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures as cameras, phones and ill-meaning people send them. */
public final class Samples {

    public static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    public static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private Samples() {}

    public static byte[] opaque(int width, int height, String format) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        fill(picture, new Color(200, 100, 50), 0, 0);
        return bytes(picture, format);
    }

    /** The left upper half is not there. */
    public static byte[] transparent(int width, int height, String format) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        fill(picture, Color.RED, width / 2, height / 2);
        return bytes(picture, format);
    }

    /** Red left above, green right above, blue left below, white right below: no turn of it looks like another. */
    static BufferedImage quarters(int width, int height, int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        fill(picture, Color.RED, 0, 0);
        Graphics2D canvas = picture.createGraphics();
        canvas.setColor(Color.GREEN);
        canvas.fillRect(width / 2, 0, width, height / 2);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(0, height / 2, width / 2, height);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(width / 2, height / 2, width, height);
        canvas.dispose();
        return picture;
    }

    private static void fill(BufferedImage picture, Color colour, int left, int top) {
        Graphics2D canvas = picture.createGraphics();
        canvas.setColor(colour);
        canvas.fillRect(left, top, picture.getWidth(), picture.getHeight());
        canvas.dispose();
    }

    static byte[] bytes(BufferedImage picture, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, bytes)) {
                throw new IllegalArgumentException("Nobody writes this as " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static BufferedImage read(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An Exif block that says how the camera was held, in Intel's or Motorola's order of bytes. */
    static byte[] tiff(int orientation, ByteOrder order) {
        ByteBuffer tiff = ByteBuffer.allocate(38).order(order);
        short mark = order == ByteOrder.LITTLE_ENDIAN ? (short) 0x4949 : (short) 0x4d4d;
        tiff.putShort(mark).putShort((short) 42).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x0103).putShort((short) 3).putInt(1).putInt(0);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        return tiff.array();
    }

    /** With an Exif segment after the JFIF one, as cameras and phones do. */
    static byte[] jpegWithExif(byte[] jpeg, byte[] tiff) {
        int after = 2 + 2 + (ByteBuffer.wrap(jpeg).getShort(4) & 0xffff);
        byte[] label = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(jpeg.length + 4 + label.length + tiff.length)
                .put(jpeg, 0, after)
                .put((byte) 0xff)
                .put((byte) 0xe1)
                .putShort((short) (2 + label.length + tiff.length))
                .put(label)
                .put(tiff)
                .put(jpeg, after, jpeg.length - after)
                .array();
    }

    static byte[] pngWithChunk(byte[] png, String name, byte[] content) {
        int afterHeader = PNG.length + 4 + 4 + 13 + 4;
        byte[] chunk = chunk(name, content);
        return ByteBuffer.allocate(png.length + chunk.length)
                .put(png, 0, afterHeader)
                .put(chunk)
                .put(png, afterHeader, png.length - afterHeader)
                .array();
    }

    /** Black, with one bit per pixel: a lot of picture in very little. */
    public static byte[] emptyPng(int width, int height) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] row = new byte[1 + (width + 7) / 8];
        try (DeflaterOutputStream rows = new DeflaterOutputStream(packed)) {
            // Enough to look like a picture; the decoder is not to come this far.
            for (int y = 0; y < Math.min(height, 3000); y++) {
                rows.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return joined(pngHeader(width, height, 1, 0), chunk("IDAT", packed.toByteArray()), chunk("IEND", new byte[0]));
    }

    /** A PNG that says how large it is, and then says no more. */
    static byte[] pngHeader(int width, int height) {
        return pngHeader(width, height, 8, 2);
    }

    private static byte[] pngHeader(int width, int height, int depth, int colours) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {(byte) depth, (byte) colours, 0, 0, 0})
                .array();
        return joined(PNG, chunk("IHDR", header));
    }

    private static byte[] chunk(String name, byte[] content) {
        byte[] named = joined(name.getBytes(StandardCharsets.US_ASCII), content);
        CRC32 sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(4 + named.length + 4)
                .putInt(content.length)
                .put(named)
                .putInt((int) sum.getValue())
                .array();
    }

    public static byte[] animation(int width, int height, int frames) {
        BufferedImage frame = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.prepareWriteSequence(writer.getDefaultStreamMetadata(writer.getDefaultWriteParam()));
            for (int number = 0; number < frames; number++) {
                writer.writeToSequence(
                        new IIOImage(
                                frame,
                                null,
                                writer.getDefaultImageMetadata(
                                        ImageTypeSpecifier.createFromRenderedImage(frame),
                                        writer.getDefaultWriteParam())),
                        writer.getDefaultWriteParam());
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
