// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.partner;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongmei.kit.Conditional;

/**
 * A bearer token (RFC 6750) of ours: 256 random bits behind a mark that tells it from a JSON Web Token, which the server
 * itself would look at.
 */
record Token(String text) {

    static final String MARK = "rmp_";

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Token make() {
        return new Token(MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(random(BYTES)));
    }

    /** A name for a credential, which says nothing about its token. */
    static String makeId() {
        return HexFormat.of().formatHex(random(8));
    }

    /** @param authorization the header of that name; the scheme is case-insensitive (RFC 9110, section 11.1) */
    static Optional<Token> find(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(header -> header.substring(7).trim())
                .filter(text -> text.startsWith(MARK))
                .map(Token::new);
    }

    /** Of so many random bits one round is enough: there is nothing to be guessed. */
    String hash() {
        return HexFormat.of().formatHex(Conditional.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    /** Never into a log. */
    @Override
    public String toString() {
        return MARK + "…";
    }
}
