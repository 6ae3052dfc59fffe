// SPDX-License-Identifier: Apache-2.0
package org.rongmei.siteinfo.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FooterParserTest {

    private static final double ENOUGH = 0.95;

    private static final List<String> SETS = List.of("first", "second", "third", "fourth");

    private static List<SampleFooter> all() {
        return SETS.stream().map(SampleFooter::in).flatMap(List::stream).toList();
    }

    @Test
    void nearlyEveryFactIsReadAndNearlyNothingElse() {
        Score score = Score.of(all());

        assertThat(score.fields())
                .as(String.join("\n", score.mistakes()) + "\n" + score.table())
                .allSatisfy((field, count) -> {
                    assertThat(count.precision()).as(field).isGreaterThanOrEqualTo(ENOUGH);
                    assertThat(count.recall()).as(field).isGreaterThanOrEqualTo(ENOUGH);
                });
    }

    @Test
    void documentHasTheFigures() throws IOException {
        String table = Score.of(all()).table();

        assertThat(all()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(Files.readString(Path.of("../docs/footer-parser.md"))).contains(table);
    }

    @Test
    void whatNobodyLabelsIsGivenBackInItsOrder() {
        FooterReading reading = FooterParser.parseText("""
                青岚县融媒体中心 | 主办：岭州日报社  262200
                岚江路66号  协办：岭州电信
                电话：
                All Rights Reserved 0536-6060000
                """);

        assertThat(SampleFooter.facts(reading.register())).containsExactly("sponsor = 岭州日报社");
        assertThat(reading.unassigned())
                .containsExactly("青岚县融媒体中心", "262200", "岚江路66号", "协办：岭州电信", "电话：", "All Rights Reserved 0536-6060000");
    }

    @Test
    void sameFooterAlwaysGetsTheSameAnswer() {
        for (SampleFooter footer : SampleFooter.in("first")) {
            assertThat(footer.read()).isEqualTo(footer.read());
        }
    }

    @Test
    void referenceFooterLeavesNothingOver() {
        SampleFooter reference = SampleFooter.in("first").get(0);

        FooterReading reading = reference.read();

        assertThat(SampleFooter.facts(reading.register())).containsExactlyInAnyOrderElementsOf(reference.facts());
        assertThat(reading.unassigned()).isEmpty();
    }
}
