// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.footer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Conditional;

/** The custom element {@code <site-footer>}: the same script for every site, see site-footer.js. */
@ApplicationScoped
class FooterScript {

    static final MediaType TYPE = new MediaType("text", "javascript", "utf-8");

    private final byte[] body = read();
    private final String etag = Conditional.etag(body);

    public byte[] body() {
        return body;
    }

    public String etag() {
        return etag;
    }

    private static byte[] read() {
        try (@Nullable InputStream file = FooterScript.class.getResourceAsStream("/footer/site-footer.js")) {
            if (file == null) {
                throw new IllegalStateException("site-footer.js is missing");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("site-footer.js cannot be read", e);
        }
    }
}
