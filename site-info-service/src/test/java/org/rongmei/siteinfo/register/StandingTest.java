// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandingTest {

    static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    /** Registers in a list instead of a database, which can be away and counts how often it is asked. */
    static class Listed extends Registers {

        private final List<Register> recorded = new ArrayList<>();
        private int queries;
        private boolean away;

        void record(String name, Instant validFrom) {
            recorded.add(Register.fromJson("{\"name\": \"" + name + "\"}")
                    .recorded("a", recorded.size() + 1, validFrom, validFrom));
        }

        @Override
        long count() {
            ask();
            return recorded.size();
        }

        @Override
        List<Timeline.Step> steps() {
            ask();
            return recorded.stream()
                    .map(register -> new Timeline.Step("a", register.version(), register.validFrom()))
                    .toList();
        }

        @Override
        Register get(String site, int version) {
            ask();
            return recorded.get(version - 1);
        }

        private void ask() {
            queries++;
            if (away) {
                throw new IllegalStateException("The database is away");
            }
        }
    }

    private final Listed registers = new Listed();
    private final Standing standing = new Standing();
    private Instant now = MONDAY;

    @BeforeEach
    void begin() {
        standing.registers = registers;
        standing.clock = () -> now;
        registers.record("甲", MONDAY);
    }

    @Test
    void whatIsKnownCostsNoQuery() {
        InForce first = standing.get("a");
        int queries = registers.queries;

        now = now.plus(Standing.FRESH).minusMillis(1);
        for (int time = 0; time < 1_000; time++) {
            assertThat(standing.get("a")).isSameAs(first);
        }

        assertThat(registers.queries).isEqualTo(queries);
    }

    @Test
    void whatGrewOldIsAskedAfterOnceAndWithoutReadingItAgain() {
        InForce first = standing.get("a");
        int queries = registers.queries;

        now = now.plus(Standing.FRESH);
        standing.get("a");

        assertThat(standing.get("a")).isSameAs(first);
        assertThat(registers.queries).isEqualTo(queries + 1);
    }

    @Test
    void whatAnotherNodeRecordedIsSeenWhenOursIsOld() {
        standing.get("a");
        registers.record("乙", MONDAY);

        assertThat(name()).isEqualTo("甲");
        now = now.plus(Standing.FRESH);

        assertThat(name()).isEqualTo("乙");
    }

    @Test
    void whatThisNodeRecordedIsSeenAtOnce() {
        standing.get("a");
        registers.record("乙", MONDAY);

        standing.forget(new RegisterRecorded("a"));

        assertThat(name()).isEqualTo("乙");
    }

    @Test
    void versionForTheFutureComesIntoForceByItself() {
        registers.record("乙", MONDAY.plusSeconds(2));
        assertThat(name()).isEqualTo("甲");
        assertThat(standing.get("a").etag()).isEqualTo("\"1-2\"");

        now = MONDAY.plusSeconds(2);

        assertThat(name()).isEqualTo("乙");
        assertThat(standing.get("a").etag()).isEqualTo("\"2-2\"");
    }

    @Test
    void lastWordGoesOnWhileTheDatabaseIsAway() {
        standing.get("a");
        registers.away = true;
        now = now.plus(Duration.ofHours(1));
        assertThat(name()).isEqualTo("甲");
        registers.away = false;
        registers.record("乙", MONDAY);

        now = now.plus(Standing.FRESH);

        assertThat(name()).isEqualTo("乙");
    }

    @Test
    void whereNothingWasEverKnownTheFaultIsTold() {
        registers.away = true;

        assertThatThrownBy(() -> standing.get("a")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void siteThatNobodyRegisteredIsNotFound() {
        assertThatThrownBy(() -> standing.get("b")).isInstanceOf(SiteNotFound.class);
    }

    private String name() {
        return standing.get("a").register().name();
    }
}
