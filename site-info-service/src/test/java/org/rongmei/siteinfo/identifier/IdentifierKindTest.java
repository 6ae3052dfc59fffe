// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongmei.siteinfo.Finding;

class IdentifierKindTest {

    /** One line of {@code identifiers.txt}. */
    record Number(
            IdentifierKind kind, String text, @Nullable String written, String findings) {

        static Number of(String line) {
            String[] cells = line.split("\\|", -1);
            assertThat(cells).as(line).hasSize(4);
            String text = cells[1].strip().replace("{nbsp}", "\u00a0").replace("{zwsp}", "\u200b");
            String written = cells[2].strip();
            return new Number(
                    IdentifierKind.find(cells[0].strip()).orElseThrow(),
                    text,
                    written.equals("=") ? text : written.equals("refused") ? null : written,
                    cells[3].strip());
        }
    }

    static Stream<Number> numbers() {
        try (var table = IdentifierKindTest.class.getResourceAsStream("identifiers.txt")) {
            return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(Number::of).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void numberIsJudgedByTheRuleOfItsKind(Number number) {
        Verdict verdict = number.kind().judge(number.text());

        assertThat(verdict.normalized()).isEqualTo(number.written());
        assertThat(verdict.findings().stream()
                        .map(Finding::id)
                        .filter(id -> !id.equals("IDENTIFIER_TYPOGRAPHY"))
                        .distinct()
                        .collect(Collectors.joining(",")))
                .isEqualTo(number.findings());
        assertThat(verdict.text()).isEqualTo(number.text());
        assertThat(verdict.findings()).allSatisfy(finding -> {
            assertThat(finding.message().chinese()).isNotBlank().doesNotContain("%");
            assertThat(finding.message().english()).isNotBlank().doesNotContain("%");
        });
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void whatIsNormalStaysAsItIs(Number number) {
        String written = number.kind().judge(number.text()).normalized();
        if (written == null) {
            return;
        }

        Verdict again = number.kind().judge(written);

        assertThat(again.normalized()).isEqualTo(written);
        assertThat(again.findings()).extracting(Finding::id).doesNotContain("IDENTIFIER_TYPOGRAPHY");
    }

    @Test
    void everyKindIsInTheTableFromBothSides() {
        for (IdentifierKind kind : IdentifierKind.values()) {
            List<Number> ofKind =
                    numbers().filter(number -> number.kind() == kind).toList();

            // Of an audiovisual licence nothing is known for certain: whatever has a digit is taken.
            assertThat(ofKind).anyMatch(number -> number.written() != null);
            assertThat(ofKind)
                    .as(kind.toString())
                    .anyMatch(number ->
                            number.written() == null || !number.findings().isEmpty());
        }
        assertThat(Arrays.stream(IdentifierKind.values()).map(IdentifierKind::toString))
                .containsExactly(IdentifierQuestion.KINDS.split("\\|"));
    }

    @ParameterizedTest
    @EnumSource(Province.class)
    void everyProvinceFilesWithTheMinistryByItsOneCharacterAndWithThePoliceByTheOther(Province province) {
        assertThat(judge("icp-record", province.filing + "ICP备2021025553号-1").findings())
                .isEmpty();
        assertThat(judge("psb-record", province.police + "公网安备" + province.division + "078202000123号")
                        .errors())
                .isEmpty();
        assertThat(judge("icp-licence", province.police + "B2-20050002").findings())
                .isEmpty();
        assertThat(judge("postcode", province.postalZones.get(0) + "2200").findings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "icp-record, 川ICP备19004508号-3, 蜀",
        "icp-record, 贵ICP备2025044274号, 黔",
        "psb-record, 蜀公网安备51019002002026号, 川",
        "icp-licence, 蜀B2-20100027, 川"
    })
    void wrongAlphabetIsRefusedWithTheRightCharacter(String kind, String text, String right) {
        Finding finding = judge(kind, text).findings().get(0);

        assertThat(finding.message().chinese()).contains(right);
        assertThat(finding.fix().in(Locale.ENGLISH)).contains(right);
        assertThat(finding.fix().in(Locale.SIMPLIFIED_CHINESE)).contains(right);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ﷺ", "1", "0", "号", ":", "备案", "公网安备", "京ICP备1", "-", "𠮷1", "\ud800", "é̂1", "A1-", "X", "(1"})
    void answersSoonWhateverIsRepeated(String piece) {
        String text = piece.repeat(20_000 / piece.length());

        for (IdentifierKind kind : IdentifierKind.values()) {
            long begun = System.nanoTime();
            Verdict verdict = kind.judge(text);

            assertThat(verdict).isEqualTo(kind.judge(text));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
    }

    private static Verdict judge(String kind, String text) {
        return IdentifierKind.find(kind).orElseThrow().judge(text);
    }
}
