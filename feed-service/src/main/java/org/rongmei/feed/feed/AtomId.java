// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.feed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The identity of an entry in Atom, which must be an absolute IRI (RFC 4287, section 4.2.6). An imported one that is none
 * becomes a name-based UUID: of the same text always the same.
 */
final class AtomId {

    private AtomId() {}

    static String of(String uri) {
        return isAbsolute(uri)
                ? uri
                : "urn:uuid:" + UUID.nameUUIDFromBytes(("rongmei entry " + uri).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isAbsolute(String uri) {
        try {
            return URI.create(uri).isAbsolute();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
