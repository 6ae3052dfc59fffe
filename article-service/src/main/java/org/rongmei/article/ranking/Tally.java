// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.ranking;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Readings that are counted and not yet written down. One reader counts once per article in ten minutes. A reader is
 * known by a salted digest of what the request says of them, which is written nowhere and forgotten after those ten
 * minutes (个人信息保护法, art. 6: no more than is needed).
 */
final class Tally {

    static final Duration PAUSE = Duration.ofMinutes(10);

    private record Sighting(long high, long low) {}

    private final byte[] salt = new byte[16];
    private final int most;
    private final Map<Sighting, Instant> seen = new LinkedHashMap<>();
    private Map<Long, Long> counted = new HashMap<>();

    /** @param most how many sightings to remember; beyond that the oldest are forgotten early */
    Tally(int most) {
        this.most = most;
        new SecureRandom().nextBytes(salt);
    }

    /** @return whether this is another reading, and not the same one again */
    synchronized boolean count(long article, String reader, Instant now) {
        forget(now);
        Sighting sighting = sighting(article, reader);
        if (seen.containsKey(sighting)) {
            return false;
        }
        seen.put(sighting, now);
        counted.merge(article, 1L, Long::sum);
        return true;
    }

    private void forget(Instant now) {
        Iterator<Instant> oldest = seen.values().iterator();
        while (oldest.hasNext()) {
            Instant at = oldest.next();
            if (seen.size() < most && at.plus(PAUSE).isAfter(now)) {
                return;
            }
            oldest.remove();
        }
    }

    /** What was counted since the last time, by article. */
    synchronized Map<Long, Long> take() {
        Map<Long, Long> taken = counted;
        counted = new HashMap<>();
        return taken;
    }

    /** For what could not be written down: it is counted again at the next time. */
    synchronized void giveBack(Map<Long, Long> taken) {
        taken.forEach((article, views) -> counted.merge(article, views, Long::sum));
    }

    private Sighting sighting(long article, String reader) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(article).flip());
            ByteBuffer hash = ByteBuffer.wrap(digest.digest(reader.getBytes(StandardCharsets.UTF_8)));
            return new Sighting(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
