// SPDX-License-Identifier: Apache-2.0
package org.rongmei.site.page;

import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Conditional;

/** A page that is ready to go out, or the address it has moved to. */
record Page(int status, byte[] html, String etag, @Nullable String location) {

    /** Nothing from anywhere else but pictures and recordings by https, and nothing inline. */
    static final String CONTENT_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' https: data:; "
            + "media-src https:; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'self'";

    static Page of(int status, byte[] html) {
        return new Page(status, html, Conditional.etag(html), null);
    }

    static Page movedTo(String location) {
        return new Page(301, new byte[0], "", location);
    }
}
