// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.media;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;

/** How the camera was held, in the order of the Exif tag, and how to set the picture upright again. */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(true, false, false),
    UPSIDE_DOWN(true, true, false),
    FLIPPED(false, true, false),
    TRANSPOSED(false, false, true),
    TURNED_LEFT(false, true, true),
    TRANSVERSED(true, true, true),
    TURNED_RIGHT(true, false, true);

    private final boolean leftToRight;
    private final boolean topToBottom;
    private final boolean sidesChange;

    Orientation(boolean leftToRight, boolean topToBottom, boolean sidesChange) {
        this.leftToRight = leftToRight;
        this.topToBottom = topToBottom;
        this.sidesChange = sidesChange;
    }

    /** By the number in the tag, 1 to 8; any other number says nothing. */
    static Orientation of(int tag) {
        return tag >= 1 && tag <= values().length ? values()[tag - 1] : UPRIGHT;
    }

    boolean sidesChange() {
        return sidesChange;
    }

    /**
     * Sets the picture upright in the memory it already has: 40 megapixels have no room for a second copy. The pixels of
     * the argument are changed.
     */
    BufferedImage uprightInPlace(BufferedImage picture) {
        WritableRaster raster = picture.getRaster();
        if (leftToRight) {
            mirrorRows(raster);
        }
        if (topToBottom) {
            swapRows(raster);
        }
        return sidesChange ? transposed(picture) : picture;
    }

    private static void mirrorRows(WritableRaster raster) {
        int bands = raster.getNumBands();
        int width = raster.getWidth();
        int[] row = new int[width * bands];
        int[] mirrored = new int[row.length];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                System.arraycopy(row, x * bands, mirrored, (width - 1 - x) * bands, bands);
            }
            raster.setPixels(0, y, width, 1, mirrored);
        }
    }

    private static void swapRows(WritableRaster raster) {
        int width = raster.getWidth();
        int last = raster.getHeight() - 1;
        int[] upper = new int[width * raster.getNumBands()];
        int[] lower = new int[upper.length];
        for (int y = 0; y < last - y; y++) {
            raster.getPixels(0, y, width, 1, upper);
            raster.getPixels(0, last - y, width, 1, lower);
            raster.setPixels(0, y, width, 1, lower);
            raster.setPixels(0, last - y, width, 1, upper);
        }
    }

    /** The same bytes, read by columns where they were written by rows. */
    private static BufferedImage transposed(BufferedImage picture) {
        Raster raster = picture.getRaster();
        ComponentSampleModel rows = (ComponentSampleModel) raster.getSampleModel();
        SampleModel columns = new ComponentSampleModel(
                rows.getDataType(),
                raster.getHeight(),
                raster.getWidth(),
                rows.getScanlineStride(),
                rows.getPixelStride(),
                rows.getBandOffsets());
        WritableRaster turned = Raster.createWritableRaster(columns, raster.getDataBuffer(), null);
        return new BufferedImage(picture.getColorModel(), turned, picture.isAlphaPremultiplied(), null);
    }
}
