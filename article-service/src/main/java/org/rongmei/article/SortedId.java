// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

/**
 * Identifiers that sort by the time they were made: 41 bits of milliseconds, then 22 bits that begin at random and count
 * up. In URLs they are 13 characters of Crockford's base 32, in lower case.
 */
public final class SortedId {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 13;
    private static final int RANDOM_BITS = 22;
    private static final long EPOCH = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
    private static final SecureRandom RANDOM = new SecureRandom();

    private static long last;

    private SortedId() {}

    /** Greater than any that this machine made before, even if its clock was set back meanwhile. */
    public static synchronized long next(Instant now) {
        long fresh = ((now.toEpochMilli() - EPOCH) << RANDOM_BITS) | RANDOM.nextInt(1 << RANDOM_BITS);
        last = Math.max(last + 1, fresh);
        return last;
    }

    public static String format(long id) {
        char[] text = new char[LENGTH];
        long rest = id;
        for (int at = LENGTH - 1; at >= 0; at--) {
            text[at] = ALPHABET.charAt((int) (rest & 31));
            rest >>>= 5;
        }
        return new String(text);
    }

    public static Optional<Long> parse(String text) {
        if (text.length() != LENGTH || text.charAt(0) > '7') {
            return Optional.empty();
        }
        long id = 0;
        for (int at = 0; at < LENGTH; at++) {
            int digit = ALPHABET.indexOf(text.charAt(at));
            if (digit < 0) {
                return Optional.empty();
            }
            id = id << 5 | digit;
        }
        return Optional.of(id);
    }
}
