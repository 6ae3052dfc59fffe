// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongmei.kit.Problem;

class DarkroomTest {

    static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    @Test
    void renditionsAreAsWideAsTheirNamesPromise() {
        Darkroom.Developed developed = Darkroom.develop(opaque(2000, 1000, "jpeg"));

        assertThat(developed.width()).isEqualTo(2000);
        assertThat(developed.height()).isEqualTo(1000);
        assertThat(size(developed, Rendition.ORIGINAL)).isEqualTo("2000x1000");
        assertThat(size(developed, Rendition.LARGE)).isEqualTo("1600x800");
        assertThat(size(developed, Rendition.MEDIUM)).isEqualTo("800x400");
        assertThat(size(developed, Rendition.THUMBNAIL)).isEqualTo("320x160");
    }

    @ParameterizedTest
    @EnumSource(Rendition.class)
    void renditionIsNeverLargerThanTheOriginal(Rendition rendition) {
        Darkroom.Developed small = Darkroom.develop(opaque(120, 500, "png"));

        assertThat(size(small, rendition)).isEqualTo("120x500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1x1", "1x900", "3000x1"})
    void pictureThatIsHardlyOneIsDevelopedAllTheSame(String size) {
        String[] sides = size.split("x");

        Darkroom.Developed developed =
                Darkroom.develop(opaque(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), "png"));

        assertThat(size(developed, Rendition.ORIGINAL)).isEqualTo(size);
        assertThat(size(developed, Rendition.THUMBNAIL)).matches("[1-9]\\d*x[1-9]\\d*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "bmp"})
    void opaquePictureLeavesAsJpeg(String format) {
        Darkroom.Developed developed = Darkroom.develop(opaque(40, 30, format));

        assertThat(developed.type()).isEqualTo("image/jpeg");
        assertThat(developed.renditions().values())
                .hasSize(4)
                .allSatisfy(bytes -> assertThat(bytes).startsWith(JPEG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif"})
    void transparentPictureLeavesAsPngAndStaysTransparent(String format) {
        Darkroom.Developed developed = Darkroom.develop(transparent(40, 30, format));

        assertThat(developed.type()).isEqualTo("image/png");
        assertThat(developed.renditions().values()).hasSize(4).allSatisfy(bytes -> {
            assertThat(bytes).startsWith(PNG);
            assertThat(new Color(read(bytes).getRGB(0, 0), true).getAlpha()).isZero();
            assertThat(new Color(read(bytes).getRGB(39, 29), true).getAlpha()).isEqualTo(255);
        });
    }

    @Test
    void coloursSurviveTheReduction() {
        Darkroom.Developed developed = Darkroom.develop(opaque(2000, 1000, "png"));

        Color middle =
                new Color(read(developed.renditions().get(Rendition.THUMBNAIL)).getRGB(160, 80));

        assertThat(middle.getRed()).isBetween(180, 220);
        assertThat(middle.getGreen()).isBetween(80, 120);
        assertThat(middle.getBlue()).isBetween(30, 70);
    }

    @Test
    void whatHidInTheFileDoesNotLeave() {
        byte[] secret = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        byte[] upload = joined(opaque(40, 30, "jpeg"), secret);

        Darkroom.Developed developed = Darkroom.develop(upload);

        assertThat(developed.renditions().values())
                .allSatisfy(bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                        .doesNotContain("script"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rice.jpg",
                "<html><body>rice.png</body></html>",
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                "%PDF-1.7",
                "RIFF....WEBPVP8 "
            })
    void whatIsNoPictureIsRefusedWhateverItIsCalled(String text) {
        assertIsRefused(text.getBytes(StandardCharsets.UTF_8), 415, "JPEG, PNG, GIF and BMP");
    }

    @Test
    void pictureThatClaimsToBeHugeIsRefusedUndecoded() {
        byte[] claim = pngHeader(50_000, 50_000);

        assertIsRefused(claim, 422, "40 million");
    }

    @Test
    void hugeJpegIsRefusedUndecodedToo() {
        byte[] claim = opaque(40, 30, "jpeg");
        int frame = indexOf(claim, (byte) 0xff, (byte) 0xc0);
        ByteBuffer.wrap(claim).putShort(frame + 5, (short) 60_000).putShort(frame + 7, (short) 60_000);

        assertIsRefused(claim, 422, "40 million");
    }

    @Test
    void pictureThatEndsTooSoonIsBroken() {
        assertIsRefused(pngHeader(50, 50), 422, "broken");
        assertIsRefused(Arrays.copyOf(opaque(40, 30, "png"), 45), 422, "broken");
    }

    private static void assertIsRefused(byte[] upload, int status, String words) {
        assertThatThrownBy(() -> Darkroom.develop(upload)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(status);
            assertThat(problem.view(Locale.ENGLISH, "/x").detail()).contains(words);
            assertThat(problem.view(Locale.ENGLISH, "/x").errors())
                    .singleElement()
                    .extracting(Problem.FieldError::field)
                    .isEqualTo("file");
        });
    }

    private static byte[] opaque(int width, int height, String format) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setColor(new Color(200, 100, 50));
        canvas.fillRect(0, 0, width, height);
        canvas.dispose();
        return bytes(picture, format);
    }

    /** The left upper half is not there. */
    private static byte[] transparent(int width, int height, String format) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(width / 2, height / 2, width, height);
        canvas.dispose();
        return bytes(picture, format);
    }

    private static byte[] bytes(BufferedImage picture, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(picture, format, bytes)).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static BufferedImage read(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String size(Darkroom.Developed developed, Rendition rendition) {
        BufferedImage picture = read(developed.renditions().get(rendition));
        return picture.getWidth() + "x" + picture.getHeight();
    }

    /** A PNG that says how large it is, and then says no more. */
    private static byte[] pngHeader(int width, int height) {
        byte[] header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        CRC32 sum = new CRC32();
        sum.update(header);
        return ByteBuffer.allocate(PNG.length + 4 + header.length + 4)
                .put(PNG)
                .putInt(13)
                .put(header)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] joined(byte[] head, byte[] tail) {
        return ByteBuffer.allocate(head.length + tail.length)
                .put(head)
                .put(tail)
                .array();
    }

    private static int indexOf(byte[] bytes, byte first, byte second) {
        for (int at = 0; at < bytes.length - 1; at++) {
            if (bytes[at] == first && bytes[at + 1] == second) {
                return at;
            }
        }
        throw new IllegalArgumentException("There is no such marker");
    }
}
