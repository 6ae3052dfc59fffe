// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;

/** Brotli (RFC 7932), where there is an encoder for this machine: it is native code. Elsewhere gzip has to do. */
final class Brotli {

    private static final System.Logger LOG = System.getLogger(Brotli.class.getName());
    private static final boolean AVAILABLE = load();

    private Brotli() {}

    static boolean isAvailable() {
        return AVAILABLE;
    }

    static byte[] compress(byte[] plain, int quality) {
        try {
            return Encoder.compress(plain, new Encoder.Parameters().setQuality(quality));
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory cannot be compressed", e);
        }
    }

    private static boolean load() {
        boolean available = Brotli4jLoader.isAvailable();
        if (!available) {
            LOG.log(
                    Level.INFO,
                    "No brotli here, what is packed goes out as gzip: " + Brotli4jLoader.getUnavailabilityCause());
        }
        return available;
    }
}
