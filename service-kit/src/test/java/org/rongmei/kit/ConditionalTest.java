// SPDX-License-Identifier: Apache-2.0
package org.rongmei.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionalTest {

    static final String ETAG = "\"7f3a\"";
    static final Instant MONDAY_MORNING = Instant.parse("2026-03-02T01:00:00.750Z");
    static final String SAME_SECOND = "Mon, 02 Mar 2026 01:00:00 GMT";
    static final String SECOND_BEFORE = "Mon, 02 Mar 2026 00:59:59 GMT";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"7f3a\"",
                "W/\"7f3a\"",
                "\"old\", \"7f3a\"",
                "\"old\",W/\"7f3a\",\"older\"",
                "*",
                " * ",
                "\"7f3a-gzip\"",
                "W/\"7f3a-gzip\"",
                "\"7f3a;gzip\"",
                "\"7f3a-br\""
            })
    void readerWhoHasItIsToldSo(String ifNoneMatch) {
        assertThat(Conditional.isUnmodified(ifNoneMatch, null, ETAG, null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"old\"", "\"7f3\"", "\"7f3a7\"", "7f3a", "\"old\", \"older\"", "", "\"7f3a-zip\"", "\"*\""})
    void readerWhoHasSomethingElseGetsIt(String ifNoneMatch) {
        assertThat(Conditional.isUnmodified(ifNoneMatch, null, ETAG, null)).isFalse();
    }

    @Test
    void commaInsideOfTagSeparatesNothing() {
        assertThat(Conditional.isUnmodified("\"a,b\"", null, "\"a,b\"", null)).isTrue();
        assertThat(Conditional.isUnmodified("\"a,b\"", null, "\"a\"", null)).isFalse();
    }

    @Test
    void tagWinsOverDate() {
        boolean foreignTagFreshDate = Conditional.isUnmodified("\"old\"", SAME_SECOND, ETAG, MONDAY_MORNING);
        boolean knownTagOldDate = Conditional.isUnmodified(ETAG, SECOND_BEFORE, ETAG, MONDAY_MORNING);

        assertThat(foreignTagFreshDate).isFalse();
        assertThat(knownTagOldDate).isTrue();
    }

    @Test
    void dateIsComparedInWholeSeconds() {
        assertThat(Conditional.isUnmodified(null, SAME_SECOND, ETAG, MONDAY_MORNING))
                .isTrue();
        assertThat(Conditional.isUnmodified(null, SECOND_BEFORE, ETAG, MONDAY_MORNING))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-03-02T02:00:00Z", "Tue, 02 Mar 2027 99:00:00 GMT", "1893456000"})
    void dateThatIsNoneIsIgnored(String ifModifiedSince) {
        assertThat(Conditional.isUnmodified(null, ifModifiedSince, ETAG, MONDAY_MORNING))
                .isFalse();
    }

    @Test
    void withoutAnyConditionThereIsNo304() {
        assertThat(Conditional.isUnmodified(null, null, ETAG, MONDAY_MORNING)).isFalse();
        assertThat(Conditional.isUnmodified(null, SAME_SECOND, ETAG, null)).isFalse();
    }

    @Test
    void sameBytesHaveTheSameStrongTag() {
        String tag = Conditional.etag("张家界");

        assertThat(tag).matches("\"[0-9a-f]{24}\"");
        assertThat(Conditional.etag("张家界")).isEqualTo(tag);
        assertThat(Conditional.etag("张家口")).isNotEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7f3a\"", "*", "\"old\", \"7f3a\"", "W/\"old\", \"7f3a\""})
    void writerWhoHasSeenTheLatestMayWrite(String ifMatch) {
        assertThatNoException().isThrownBy(() -> Conditional.requireMatch(ifMatch, ETAG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"old\"", "W/\"7f3a\"", "\"old\", W/\"7f3a\"", "7f3a", "\"7f3a-gzip\""})
    void writerWhoHasNotSeenTheLatestMayNotWrite(String ifMatch) {
        assertThatThrownBy(() -> Conditional.requireMatch(ifMatch, ETAG))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(412));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void writerWhoSaysNothingIsAsked(String nothing) {
        assertThatThrownBy(() -> Conditional.requireMatch(nothing, ETAG))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(428));
        assertThatThrownBy(() -> Conditional.requireMatch(null, ETAG))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(428));
    }
}
