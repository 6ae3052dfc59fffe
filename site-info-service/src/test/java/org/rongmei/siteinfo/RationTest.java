// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RationTest {

    static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void whoeverAsksTooOftenIsToldHowLongToWait() {
        Ration ration = new Ration(2);

        assertThat(ration.take("a", MONDAY)).isEmpty();
        assertThat(ration.take("a", MONDAY)).isEmpty();

        assertThat(ration.take("a", MONDAY)).contains(Duration.ofSeconds(30));
        assertThat(ration.take("b", MONDAY)).isEmpty();
    }

    @Test
    void questionsComeBackOneByOneAndNeverMoreThanThereWere() {
        Ration ration = new Ration(2);
        ration.take("a", MONDAY);
        ration.take("a", MONDAY);

        assertThat(ration.take("a", MONDAY.plusSeconds(29))).contains(Duration.ofSeconds(1));
        assertThat(ration.take("a", MONDAY.plusSeconds(30))).isEmpty();
        Instant muchLater = MONDAY.plusSeconds(3600);
        assertThat(ration.take("a", muchLater)).isEmpty();
        assertThat(ration.take("a", muchLater)).isEmpty();
        assertThat(ration.take("a", muchLater)).isPresent();
    }

    @Test
    void clockThatGoesBackTakesNothingAway() {
        Ration ration = new Ration(2);
        ration.take("a", MONDAY);

        assertThat(ration.take("a", MONDAY.minusSeconds(3600))).isEmpty();
    }

    @Test
    void memoryOfClientsIsBounded() {
        Ration ration = new Ration(1);

        for (int client = 0; client < 30_000; client++) {
            ration.take("client-" + client, MONDAY);
        }

        assertThat(ration.remembered()).isEqualTo(10_000);
        assertThat(ration.take("client-29999", MONDAY)).isPresent();
    }

    @Test
    void networkOfSixtyFourBitsIsOneClient() {
        assertThat(RationGate.client("2001:db8:1:2::1")).isEqualTo(RationGate.client("2001:db8:1:2:ffff::9"));
        assertThat(RationGate.client("2001:db8:1:2::1")).isNotEqualTo(RationGate.client("2001:db8:1:3::1"));
        assertThat(RationGate.client("192.0.2.1")).isNotEqualTo(RationGate.client("192.0.2.2"));
    }
}
