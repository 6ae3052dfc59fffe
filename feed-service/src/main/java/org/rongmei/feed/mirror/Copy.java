// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.mirror;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.rongmei.kit.Conditional;

/**
 * What a partner keeps of an article: its ninjs document. The digest is over the octets of that document as it stands in
 * the change log and at its own address, which are the same (RFC 9530, section 3).
 */
record Copy(String articleId, String uri, long version, JsonObject document) {

    byte[] bytes() {
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    String digest() {
        return digest(bytes());
    }

    /** A member of a digest field, such as {@code sha-256=:4RE…=:} (RFC 9530, section 2). */
    static String digest(byte[] octets) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(Conditional.sha256(octets)) + ":";
    }

    /** Whether the whole text is in it, or the summary alone. */
    boolean isFull() {
        return document.getString("representationType").equals("full");
    }

    String href() {
        return "/feeds/partner/articles/" + articleId;
    }
}
