// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.rongmei.article.media.Samples.JPEG;
import static org.rongmei.article.media.Samples.PNG;
import static org.rongmei.article.media.Samples.opaque;
import static org.rongmei.article.media.Samples.read;
import static org.rongmei.article.media.Samples.transparent;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongmei.kit.Problem;

class DarkroomTest {

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

    @ParameterizedTest
    @MethodSource("polyglots")
    void whatHidInTheFileDoesNotLeave(byte[] upload) {
        assertThat(new String(upload, StandardCharsets.ISO_8859_1)).contains("alert(1)");

        Darkroom.Developed developed = Darkroom.develop(upload);

        assertThat(developed.renditions().values())
                .hasSize(4)
                .allSatisfy(bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                        .doesNotContain("alert")
                        .doesNotContain("PK\u0003\u0004"));
    }

    static List<byte[]> polyglots() {
        byte[] script = Samples.text("<script>alert(1)</script>");
        byte[] archive = Samples.text("PK\u0003\u0004 alert(1)");
        byte[] gif = opaque(40, 30, "gif");
        byte[] gifAsScript = Samples.joined(gif, Samples.text("*/=1;alert(1)"));
        gifAsScript[6] = '/';
        gifAsScript[7] = '*';
        return List.of(
                Samples.joined(opaque(40, 30, "jpeg"), script),
                Samples.joined(opaque(40, 30, "jpeg"), archive),
                Samples.jpegWithExif(opaque(40, 30, "jpeg"), script),
                Samples.pngWithChunk(opaque(40, 30, "png"), "tEXt", Samples.joined(Samples.text("Comment\0"), script)),
                Samples.pngWithChunk(transparent(40, 30, "png"), "iTXt", script),
                gifAsScript);
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void pictureIsSetUprightHoweverTheCameraWasHeld(Orientation held) {
        byte[] upright = Samples.bytes(Samples.quarters(1700, 400, BufferedImage.TYPE_3BYTE_BGR), "jpeg");
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            byte[] upload = Samples.jpegWithExif(upright, Samples.tiff(held.ordinal() + 1, order));

            Darkroom.Developed developed = Darkroom.develop(upload);

            assertThat(developed.width() + "x" + developed.height())
                    .isEqualTo(held.sidesChange() ? "400x1700" : "1700x400");
            assertThat(developed.renditions().values())
                    .allSatisfy(bytes -> assertThat(corners(bytes)).isEqualTo(expected(held)));
            assertThat(size(developed, Rendition.ORIGINAL)).isEqualTo(held.sidesChange() ? "400x1700" : "1700x400");
            assertThat(size(developed, Rendition.LARGE)).isEqualTo(held.sidesChange() ? "400x1700" : "1600x376");
            assertThat(size(developed, Rendition.THUMBNAIL)).isEqualTo(held.sidesChange() ? "320x1360" : "320x75");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_3BYTE_BGR})
    void pngMayCarryTheOrientationToo(int type) {
        byte[] png = Samples.bytes(Samples.quarters(40, 20, type), "png");
        byte[] upload = Samples.pngWithChunk(png, "eXIf", Samples.tiff(6, ByteOrder.BIG_ENDIAN));

        Darkroom.Developed developed = Darkroom.develop(upload);

        assertThat(size(developed, Rendition.ORIGINAL)).isEqualTo("20x40");
        assertThat(developed.renditions().values())
                .allSatisfy(bytes -> assertThat(corners(bytes)).isEqualTo(expected(Orientation.of(6))));
    }

    /** As Exif 2.32 defines the values: which corner of the scene is left above, right above, left and right below. */
    private static String expected(Orientation held) {
        return switch (held) {
            case UPRIGHT -> "red green blue white";
            case MIRRORED -> "green red white blue";
            case UPSIDE_DOWN -> "white blue green red";
            case FLIPPED -> "blue white red green";
            case TRANSPOSED -> "red blue green white";
            case TURNED_LEFT -> "blue red white green";
            case TRANSVERSED -> "white green blue red";
            case TURNED_RIGHT -> "green white red blue";
        };
    }

    private static String corners(byte[] bytes) {
        BufferedImage picture = read(bytes);
        int right = picture.getWidth() - 2;
        int below = picture.getHeight() - 2;
        return colour(picture, 1, 1) + " " + colour(picture, right, 1) + " " + colour(picture, 1, below) + " "
                + colour(picture, right, below);
    }

    private static String colour(BufferedImage picture, int x, int y) {
        Color colour = new Color(picture.getRGB(x, y));
        boolean red = colour.getRed() > 128;
        boolean green = colour.getGreen() > 128;
        boolean blue = colour.getBlue() > 128;
        if (red && green && blue) {
            return "white";
        }
        return red ? "red" : green ? "green" : "blue";
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 65_535})
    void orientationThatIsNoneIsNotFollowed(int tag) {
        byte[] jpeg = opaque(40, 30, "jpeg");

        Darkroom.Developed developed =
                Darkroom.develop(Samples.jpegWithExif(jpeg, Samples.tiff(tag, ByteOrder.BIG_ENDIAN)));

        assertThat(size(developed, Rendition.ORIGINAL)).isEqualTo("40x30");
    }

    @Test
    void brokenMetadataAreNoReasonToRefuseAPicture() {
        byte[] jpeg = opaque(40, 30, "jpeg");
        byte[] tiff = Samples.tiff(6, ByteOrder.LITTLE_ENDIAN);
        byte[] farAway = tiff.clone();
        ByteBuffer.wrap(farAway).order(ByteOrder.LITTLE_ENDIAN).putInt(4, Integer.MAX_VALUE - 1);

        for (byte[] broken : new byte[][] {{}, {0x49}, Arrays.copyOf(tiff, 9), Arrays.copyOf(tiff, 25), farAway}) {
            Darkroom.Developed developed = Darkroom.develop(Samples.jpegWithExif(jpeg, broken));

            assertThat(size(developed, Rendition.ORIGINAL)).isEqualTo("40x30");
        }
    }

    @Test
    void sixteenBitsPerSampleBecomeEight() {
        BufferedImage deep = new BufferedImage(2000, 30, BufferedImage.TYPE_USHORT_GRAY);
        int[] middle = new int[2000 * 30];
        Arrays.fill(middle, 0x8000);
        deep.getRaster().setPixels(0, 0, 2000, 30, middle);

        Darkroom.Developed developed = Darkroom.develop(Samples.bytes(deep, "png"));

        assertThat(developed.type()).isEqualTo("image/jpeg");
        assertThat(developed.renditions().values())
                .allSatisfy(bytes ->
                        assertThat(read(bytes).getRaster().getSample(1, 1, 0)).isBetween(126, 130));
    }

    @Test
    void grayWithTransparencyKeepsItsGray() {
        ColorModel gray = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY), true, false, ColorModel.TRANSLUCENT, DataBuffer.TYPE_BYTE);
        WritableRaster raster = gray.createCompatibleWritableRaster(40, 30);
        raster.setPixel(20, 10, new int[] {100, 255});

        Darkroom.Developed developed =
                Darkroom.develop(Samples.bytes(new BufferedImage(gray, raster, false, null), "png"));

        BufferedImage original = read(developed.renditions().get(Rendition.ORIGINAL));
        assertThat(new Color(original.getRGB(20, 10), true)).isEqualTo(new Color(100, 100, 100, 255));
        assertThat(new Color(original.getRGB(0, 0), true).getAlpha()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>                       | SVG
            <?xml version="1.0"?><!-- rice --><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/> | SVG
            RIFF....WEBPVP8                                                                               | WebP
            ....ftypavif                                                                                  | AVIF
            ....ftypheic                                                                                  | HEIC
            %PDF-1.7                                                                                      | PDF
            """)
    void typeThatIsNotTakenIsCalledByItsName(String text, String name) {
        assertIsRefused(Samples.text(text), 415, name + " is not taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rice.jpg", "<html><body>rice.png</body></html>", "MZ"})
    void whatIsNoPictureIsRefusedWhateverItIsCalled(String text) {
        assertIsRefused(Samples.text(text), 415, "JPEG, PNG, GIF and BMP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0089PNG\r\n\u001a\n", "\u00ff\u00d8\u00ff", "GIF89a", "BM"})
    void pictureThatIsAllHeadIsBroken(String head) {
        assertIsRefused(head.getBytes(StandardCharsets.ISO_8859_1), 422, "broken");
    }

    @Test
    void pictureThatClaimsToBeHugeIsRefusedUndecoded() {
        byte[] bomb = Samples.emptyPng(50_000, 50_000);
        assertThat(bomb.length).isLessThan(30_000);

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertIsRefused(bomb, 422, "40 million"));
        assertIsRefused(Samples.pngHeader(Integer.MAX_VALUE, Integer.MAX_VALUE), 422, "40 million");
        assertIsRefused(Samples.pngHeader(1, 70_000), 422, "65500");
    }

    @Test
    void hugeJpegIsRefusedUndecodedToo() {
        byte[] claim = opaque(40, 30, "jpeg");
        int frame = indexOf(claim, (byte) 0xff, (byte) 0xc0);
        ByteBuffer.wrap(claim).putShort(frame + 5, (short) 60_000).putShort(frame + 7, (short) 60_000);

        assertIsRefused(claim, 422, "40 million");
    }

    @Test
    void jpegOfCountlessScansIsRefusedUndecoded() {
        byte[] jpeg = opaque(40, 30, "jpeg");
        byte[] scan = {(byte) 0xff, (byte) 0xda, 0, 2};
        byte[][] parts = new byte[200][];
        Arrays.fill(parts, scan);

        assertIsRefused(Samples.joined(jpeg, Samples.joined(parts)), 422, "scans");
    }

    @Test
    void jpegWrappedInABmpIsRefusedUndecoded() {
        byte[] bmp = opaque(40, 30, "bmp");
        bmp[30] = 4;

        assertIsRefused(bmp, 415, "BMP");
    }

    @Test
    void ofTenThousandFramesOnlyTheFirstIsLookedAt() {
        byte[] animation = Samples.animation(40, 30, 10_000);

        Darkroom.Developed developed =
                assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Darkroom.develop(animation));

        assertThat(size(developed, Rendition.ORIGINAL)).isEqualTo("40x30");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2})
    void fourInksAreRefusedWithAWordOfWhatToDo(int adobeTransform) {
        byte[] adobe = {
            (byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) adobeTransform
        };

        assertIsRefused(withFourInks(opaque(40, 30, "jpeg"), adobeTransform < 0 ? new byte[0] : adobe), 422, "CMYK");
    }

    /** Four components in the headers, which is as far as anybody looks. */
    private static byte[] withFourInks(byte[] jpeg, byte[] adobe) {
        int frame = indexOf(jpeg, (byte) 0xff, (byte) 0xc0);
        int scan = indexOf(jpeg, (byte) 0xff, (byte) 0xda);
        byte[] frameHeader = Arrays.copyOfRange(jpeg, frame, frame + 19);
        frameHeader[3] += 3;
        frameHeader[9] = 4;
        byte[] scanHeader = Arrays.copyOfRange(jpeg, scan, scan + 11);
        scanHeader[3] += 2;
        scanHeader[4] = 4;
        return Samples.joined(
                new byte[] {(byte) 0xff, (byte) 0xd8},
                adobe,
                Arrays.copyOfRange(jpeg, 20, frame), // without JFIF, which says that there are three
                frameHeader,
                new byte[] {4, 0x11, 0},
                Arrays.copyOfRange(jpeg, frame + 19, scan),
                scanHeader,
                new byte[] {4, 0},
                Arrays.copyOfRange(jpeg, scan + 11, jpeg.length));
    }

    @Test
    void pictureThatEndsTooSoonIsBroken() {
        assertIsRefused(Samples.pngHeader(50, 50), 422, "broken");
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

    private static String size(Darkroom.Developed developed, Rendition rendition) {
        BufferedImage picture = read(developed.renditions().get(rendition));
        return picture.getWidth() + "x" + picture.getHeight();
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
