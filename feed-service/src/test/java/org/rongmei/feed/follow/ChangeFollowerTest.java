// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rongmei.feed.FeedSettings;
import org.rongmei.feed.entry.Bookmark;
import org.rongmei.feed.entry.CopyDesk;
import org.rongmei.feed.entry.SeenChanges;

class ChangeFollowerTest {

    ChangeFollower follower = new ChangeFollower();
    Instant now = Instant.parse("2026-11-02T04:00:00Z");
    boolean away;

    @BeforeEach
    void follow() {
        follower.clock = () -> now;
        follower.settings = new FeedSettings() {
            @Override
            public Optional<String> syndicatorPassword() {
                return Optional.empty();
            }
        };
        follower.copyDesk = new CopyDesk() {
            @Override
            public Bookmark bookmark() {
                return new Bookmark() {};
            }

            @Override
            public boolean take(SeenChanges page, String log, long after) {
                return true;
            }
        };
        follower.changes = (credentials, sequence, limit) -> {
            if (away) {
                throw new IllegalStateException("away");
            }
            return new SeenChanges("", List.of(), 0, null);
        };
    }

    @Test
    void silenceIsToldOnlyWhenItIsLongerThanAnybodyWaits() {
        follower.catchUp();
        away = true;

        now = now.plusSeconds(60);
        follower.catchUp();
        assertThat(follower.silence()).isEmpty();

        now = now.plusSeconds(30);
        follower.catchUp();
        assertThat(follower.silence()).contains(Duration.ofSeconds(90));

        away = false;
        follower.catchUp();
        assertThat(follower.silence()).isEmpty();
    }
}
