// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * So many questions a minute for each client. Whoever has asked none for a minute has them all again; between, they come
 * back one by one. Remembers a bounded number of clients, the latest.
 */
final class Ration {

    private static final int MOST_REMEMBERED = 10_000;

    /** What a client has left, and when that was counted. */
    private record Left(double questions, Instant at) {}

    private final int perMinute;
    private final Map<String, Left> clients = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Left> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    Ration(int perMinute) {
        this.perMinute = perMinute;
    }

    /** @return how long to wait, if there is none left */
    synchronized Optional<Duration> take(String client, Instant now) {
        Left left = clients.getOrDefault(client, new Left(perMinute, now));
        double seconds = Math.max(0, Duration.between(left.at(), now).toMillis() / 1000.0);
        double questions = Math.min(perMinute, left.questions() + seconds * perMinute / 60);
        if (questions < 1) {
            return Optional.of(Duration.ofSeconds((long) Math.ceil((1 - questions) * 60 / perMinute)));
        }
        clients.put(client, new Left(questions - 1, now));
        return Optional.empty();
    }

    synchronized int remembered() {
        return clients.size();
    }
}
