// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");
    static final Instant WEDNESDAY = Instant.parse("2026-03-04T09:00:00Z");

    @Test
    void versionForTheFutureWaits() {
        List<Timeline.Step> steps = List.of(step(1, MONDAY), step(2, WEDNESDAY));

        Timeline tuesday = Timeline.of(steps, TUESDAY);

        assertThat(tuesday.inForce().get("a").version()).isEqualTo(1);
        assertThat(tuesday.nextChange()).isEqualTo(WEDNESDAY);
        assertThat(tuesday.latest("a")).isEqualTo(2);
        assertThat(Timeline.of(steps, WEDNESDAY).inForce().get("a").version()).isEqualTo(2);
        assertThat(Timeline.of(steps, WEDNESDAY).nextChange()).isEqualTo(Instant.MAX);
    }

    @Test
    void laterWordOnTheSameTimeCounts() {
        Timeline timeline = Timeline.of(List.of(step(2, MONDAY), step(1, MONDAY)), TUESDAY);

        assertThat(timeline.inForce().get("a").version()).isEqualTo(2);
    }

    @Test
    void wordOnThePastDoesNotChangeThePresent() {
        Timeline timeline = Timeline.of(List.of(step(1, TUESDAY), step(2, MONDAY)), WEDNESDAY);

        assertThat(timeline.inForce().get("a").version()).isEqualTo(1);
    }

    @Test
    void siteThatIsYetToComeIsNotThere() {
        Timeline timeline = Timeline.of(List.of(step(1, WEDNESDAY)), MONDAY);

        assertThat(timeline.inForce()).isEmpty();
        assertThat(timeline.latest("a")).isEqualTo(1);
    }

    private static Timeline.Step step(int version, Instant validFrom) {
        return new Timeline.Step("a", version, validFrom);
    }
}
