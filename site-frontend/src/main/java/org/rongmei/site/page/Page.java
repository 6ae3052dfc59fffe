// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import org.jspecify.annotations.Nullable;
import org.rongmei.kit.ContentCoding;
import org.rongmei.kit.Packed;

/** A page that is ready to go out, or the address it has moved to. */
record Page(int status, Packed content, @Nullable String location) {

    /** Nothing from anywhere else but pictures and recordings by https, and nothing inline. */
    static final String CONTENT_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' https: data:; "
            + "media-src https:; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'self'";

    static Page of(int status, byte[] html) {
        return new Page(status, Packed.plain(html), null);
    }

    static Page movedTo(String location) {
        return new Page(301, Packed.plain(new byte[0]), location);
    }

    byte[] html() {
        return content.body(ContentCoding.IDENTITY);
    }

    /** The same for many readers. */
    Page packed() {
        return new Page(status, Packed.quickly(html()), location);
    }
}
